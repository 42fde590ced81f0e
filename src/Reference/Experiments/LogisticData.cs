using MathNet.Numerics.LinearAlgebra;

namespace Reference.Experiments;

/// <summary>Examples for logistic regression: X is n x 3 with a first column of ones, y in {0,1}^n.</summary>
public sealed record LogisticData(Matrix<double> X, Vector<double> Y)
{
    private const int Drawn = 60, Contradicted = 6;

    /// <summary>
    /// Labels follow a random model. The first examples come again with the other label: no plane separates those, so
    /// a maximum of the likelihood exists whatever the seed.
    /// </summary>
    public static LogisticData Draw(SeededGenerator random)
    {
        var features = random.NormalMatrix(Drawn, 2);
        var w = Vector<double>.Build.DenseOfArray([random.Uniform(0.4, 0.8), random.Uniform(1, 2), random.Uniform(-2, -1)]);
        var X = Matrix<double>.Build.Dense(Drawn + Contradicted, 3, (row, column) => column == 0 ? 1 : features[row % Drawn, column - 1]);
        var y = (X * w).Map(z => random.Uniform() < ScalarFunctions.Logistic(z) ? 1.0 : 0.0, Zeros.Include);
        for (var row = 0; row < Contradicted; row++) y[Drawn + row] = 1 - y[row];
        return new(X, y);
    }
}
