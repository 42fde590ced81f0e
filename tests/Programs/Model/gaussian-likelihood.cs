public static class Answers
{
    static double Squares(double[] x, double centre) => x.Sum(t => (t - centre) * (t - centre));

    public static double Likelihood(double[] x, double mu, double sigma) =>
        x.Aggregate(1.0, (product, t) => product * Math.Exp(-0.5 * Math.Pow((t - mu) / sigma, 2)) / (sigma * Math.Sqrt(2 * Math.PI)));

    public static double LogLikelihood(double[] x, double mu, double sigma) =>
        -(x.Length * (Math.Log(sigma) + (0.5 * Math.Log(2 * Math.PI)))) - (Squares(x, mu) / (2 * sigma * sigma));

    public static double DerivativeByMean(double[] x, double mu, double sigma) => x.Sum(t => t - mu) / (sigma * sigma);

    public static double DerivativeBySigma(double[] x, double mu, double sigma) => ((Squares(x, mu) / (sigma * sigma)) - x.Length) / sigma;

    public static double DerivativeByVariance(double[] x, double mu, double sigma) => DerivativeBySigma(x, mu, sigma) / (2 * sigma);

    public static double BestMean(double[] x) => x.Average();

    public static double BestVariance(double[] x) => Squares(x, x.Average()) / x.Length;

    public static double LargestLogLikelihood(double[] x) => LogLikelihood(x, BestMean(x), Math.Sqrt(BestVariance(x)));

    public static double Expectation(int n, double sigma) => sigma * sigma * (1 - (1.0 / n));

    public static double Bias(int n, double sigma) => -(sigma * sigma) / n;

    public static double Unbiased(double[] x) => Squares(x, x.Average()) / (x.Length - 1);

    public static Dictionary<string, double> Estimates(double[] x, double mu, double sigma) => new()
    {
        ["m"] = BestMean(x), ["S"] = Squares(x, BestMean(x)), ["v"] = BestVariance(x), ["u"] = Unbiased(x),
        ["dl/dmu"] = DerivativeByMean(x, mu, sigma), ["dl/dsigma"] = DerivativeBySigma(x, mu, sigma),
    };
}
