namespace Reference.Experiments;

/// <summary>
/// Which assumption makes p(y, x) = p(y) p(x_1 | y) p(x_2 | y), the product that the likelihood of naive Bayes is made
/// of; worksheet `naive-bayes-dead-relu`, part 1.assumption. Each assumption is met by a random distribution that is
/// otherwise free, and the product is compared with the distribution itself.
/// </summary>
public static class NaiveAssumption
{
    /// <summary>Probabilities that differ by less differ by rounding.</summary>
    private const double Rounding = 1e-12;

    public static ExperimentResult Run(ulong seed) => Run(seed, correlation: 0.6);

    /// <param name="correlation">Of the two Gaussian features given the label; with 0 they are conditionally independent.</param>
    public static ExperimentResult Run(ulong seed, double correlation)
    {
        var random = new SeededGenerator(seed);
        var conditional = FactorizationGap(ConditionallyIndependent(random));
        var unconditional = FactorizationGap(Independent(random));
        var gaussian = GaussianGap(random, correlation);
        var equalPriors = FactorizationGap(EqualPriors(random));
        return ExperimentResult.Of([
            new("conditional-independence", conditional <= Rounding, conditional, "The largest gap between p(y, x) and the product, with features independent given the label."),
            new("independence", unconditional <= Rounding, unconditional, "The same with features that are independent, but not given the label."),
            new("gaussian-features", gaussian <= Rounding, gaussian, "The same with Gaussian features that are correlated given the label."),
            new("equal-priors", equalPriors <= Rounding, equalPriors, "The same with equally frequent labels and features that depend on each other."),
        ]);
    }

    /// <summary>Over all binary (y, x_1, x_2): |p(y, x) - p(y) p(x_1 | y) p(x_2 | y)|, the conditionals summed out of p itself.</summary>
    private static double FactorizationGap(Func<int, int, int, double> p)
    {
        double Label(int y) => p(y, 0, 0) + p(y, 0, 1) + p(y, 1, 0) + p(y, 1, 1);
        return (from y in Enumerable.Range(0, 2)
                from a in Enumerable.Range(0, 2)
                from b in Enumerable.Range(0, 2)
                let first = (p(y, a, 0) + p(y, a, 1)) / Label(y)
                let second = (p(y, 0, b) + p(y, 1, b)) / Label(y)
                select Math.Abs(p(y, a, b) - (Label(y) * first * second))).Max();
    }

    private static Func<int, int, int, double> ConditionallyIndependent(SeededGenerator random)
    {
        var label = random.Uniform(0.2, 0.8);
        var theta = random.UniformMatrix(2, 2, 0.1, 0.9);
        return (y, a, b) => Of(label, y) * Of(theta[0, y], a) * Of(theta[1, y], b);
    }

    /// <summary>Independent features, and a label that both share in: given it, each feature tells about the other.</summary>
    private static Func<int, int, int, double> Independent(SeededGenerator random)
    {
        var (first, second) = (random.Uniform(0.3, 0.7), random.Uniform(0.3, 0.7));
        var (same, other) = (random.Uniform(0.1, 0.3), random.Uniform(0.7, 0.9));
        return (y, a, b) => Of(first, a) * Of(second, b) * Of(a == b ? same : other, y);
    }

    private static Func<int, int, int, double> EqualPriors(SeededGenerator random)
    {
        var first = random.UniformVector(2, 0.3, 0.7);
        var (repeated, fresh) = (random.Uniform(0.7, 0.9), random.Uniform(0.1, 0.3));
        return (y, a, b) => 0.5 * Of(first[y], a) * Of(a == 1 ? repeated : fresh, b);
    }

    /// <summary>Over random points: the joint density of two standard Gaussians against the product of their densities.</summary>
    private static double GaussianGap(SeededGenerator random, double correlation)
    {
        double Density(double a, double b, double rho) =>
            Math.Exp(-((a * a) - (2 * rho * a * b) + (b * b)) / (2 * (1 - (rho * rho)))) / (2 * Math.PI * Math.Sqrt(1 - (rho * rho)));

        return Enumerable.Range(0, 100).Max(_ =>
        {
            var (a, b) = (random.Normal(), random.Normal());
            return Math.Abs(Density(a, b, correlation) - Density(a, b, 0));
        });
    }

    /// <summary>The probability of a binary value that is 1 with probability p.</summary>
    private static double Of(double p, int value) => value == 1 ? p : 1 - p;
}
