using MathNet.Numerics.LinearAlgebra;

namespace Reference;

/// <summary>Softmax and the logarithm of its denominator, shifted by the largest entry so that nothing overflows.</summary>
public static class Softmax
{
    /// <summary>p_i = exp(a_i) / sum_j exp(a_j).</summary>
    public static Vector<double> Of(Vector<double> a)
    {
        var powers = (a - a.Maximum()).PointwiseExp();
        return powers / powers.Sum();
    }

    /// <summary>ln sum_j exp(a_j).</summary>
    public static double LogSumExp(Vector<double> a)
    {
        var largest = a.Maximum();
        return largest + Math.Log((a - largest).PointwiseExp().Sum());
    }
}
