using MathNet.Numerics.LinearAlgebra;

namespace Reference.LogisticInitialization;

/// <summary>The labels can be told apart by a plane, so the likelihood grows for ever and has no maximum.</summary>
public sealed class SeparableDataException(string message) : Exception(message);

/// <summary>Where Newton's method arrived, and in how many steps.</summary>
public sealed record NewtonResult(Vector<double> Weights, int Steps);

/// <summary>
/// The maximum-likelihood weights of logistic regression by Newton's method, which for this model is iteratively
/// reweighted least squares; worksheet `logistic-initialization`, part 1.fit.
/// </summary>
public static class NewtonFit
{
    private const int MostSteps = 100;
    private const int MostHalvings = 40;

    /// <summary>The gradient norm per example at which the search ends; a hundredth of a millionth of what is asked.</summary>
    private const double GradientPerExample = 1e-12;

    /// <summary>A step this short, relative to the weights, changes them by rounding alone.</summary>
    private const double RoundingStep = 1e-15;

    /// <exception cref="SeparableDataException">No maximum exists.</exception>
    public static Vector<double> Fit(Matrix<double> X, Vector<double> y) => Search(X, y).Weights;

    /// <summary>
    /// Starts at 0. A full step that lowers the likelihood by more than rounding is halved until it does not. Dependent
    /// features give a singular Hessian; the pseudo-inverse then takes the shortest of the equally good steps.
    /// </summary>
    /// <exception cref="SeparableDataException">No maximum exists.</exception>
    public static NewtonResult Search(Matrix<double> X, Vector<double> y)
    {
        var w = Vector<double>.Build.Dense(X.ColumnCount);
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = LogisticRegression.Gradient(X, y, w);
            ThrowWhenSeparated(X, y, w);
            if (gradient.L2Norm() <= GradientPerExample * X.RowCount) return new(w, step);

            var direction = (-LogisticRegression.Hessian(X, w)).PseudoInverse() * gradient;
            ThrowWhenStillMoving(X, gradient, direction);
            var next = Ascend(X, y, w, direction);
            if ((next - w).L2Norm() <= RoundingStep * w.L2Norm()) return new(next, step + 1);
            w = next;
        }
        return new(w, MostSteps);
    }

    private static Vector<double> Ascend(Matrix<double> X, Vector<double> y, Vector<double> w, Vector<double> direction)
    {
        var current = LogisticRegression.LogLikelihood(X, y, w);
        var rounding = 1e-13 * Math.Abs(current);
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            var next = w + (Math.ScaleB(1, -halving) * direction);
            if (LogisticRegression.LogLikelihood(X, y, next) >= current - rounding) return next;
        }
        return w;
    }

    /// <summary>Weights that put every example on its own side are themselves the proof that no maximum exists.</summary>
    private static void ThrowWhenSeparated(Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        if ((X * w).Zip(y, (z, label) => (label > 0.5 ? z : -z) > 0).All(right => right))
            throw new SeparableDataException("The data are separable: longer weights always make them more likely.");
    }

    /// <summary>
    /// Towards a maximum, steps shrink with the gradient. A gradient that is all but gone while the weighted inputs
    /// still move by about 1 a step belongs to data that a plane separates apart from points on the plane itself.
    /// </summary>
    private static void ThrowWhenStillMoving(Matrix<double> X, Vector<double> gradient, Vector<double> direction)
    {
        if (gradient.L2Norm() <= 1e-8 * X.RowCount && (X * direction).AbsoluteMaximum() > 0.5)
            throw new SeparableDataException("The data are separable but for points on the plane: no finite weights are best.");
    }
}
