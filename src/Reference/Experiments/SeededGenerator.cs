using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>
/// Random numbers that are the same on every machine and in every version of the framework: SplitMix64 (Steele, Lea
/// and Flood, 2014). One run owns one generator.
/// </summary>
public sealed class SeededGenerator(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number in [0, 1), from the upper 53 bits.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Uniform(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>A number of the standard normal distribution (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    public int Below(int bound) => (int)(Uniform() * bound);

    public Vector<double> UniformVector(int entries, double low, double high) =>
        Vector<double>.Build.Dense(entries, _ => Uniform(low, high));

    public Matrix<double> UniformMatrix(int rows, int columns, double low, double high) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => Uniform(low, high));

    public Matrix<double> NormalMatrix(int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => Normal());

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
