using System.Globalization;

namespace Grader.Demos;

/// <summary>A number that an experiment can be run with.</summary>
/// <param name="Name">As on the command line, without the dashes.</param>
/// <param name="Usual">Taken where none is given.</param>
/// <param name="Low">The least that makes sense; included, as <paramref name="High"/> is.</param>
public sealed record Parameter(string Name, string Meaning, double Usual, double Low, double High, bool Whole)
{
    /// <summary>Every experiment draws its random numbers from one.</summary>
    public static Parameter Seed { get; } = Count("seed", "what random numbers are drawn from; another seed is another experiment of the same kind", 1, 0, 1_000_000);

    public string Option => $"--{Name}";

    public string Range => $"{(Whole ? "a whole number from" : "from")} {Written(Low)} to {Written(High)}";

    public static Parameter Count(string name, string meaning, int usual, int low, int high) => new(name, meaning, usual, low, high, Whole: true);

    public static Parameter Number(string name, string meaning, double usual, double low, double high) => new(name, meaning, usual, low, high, Whole: false);

    /// <summary>As one types it: no thousands, a point, no more digits than needed.</summary>
    public static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace("E-0", "e-", StringComparison.Ordinal).Replace('E', 'e');

    /// <exception cref="ParameterException">It is no number, or not one of the range.</exception>
    internal double Read(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw new ParameterException($"{Option} is a number, and '{text}' cannot be read as one.", $"It lies {Range}; a fraction is written with a point: 0.5.");
        if (value < Low || value > High || (Whole && value != Math.Floor(value)))
            throw new ParameterException($"{Option} {text} is outside its range: it is {Range}.", $"Without it, {Written(Usual)} is taken.");
        return value;
    }
}

/// <summary>A parameter cannot be used as it was given. The message is a full sentence.</summary>
public sealed class ParameterException(string message, string hint) : Exception(message)
{
    public string Hint { get; } = hint;
}

/// <summary>The values of all parameters of one experiment.</summary>
public sealed class ParameterValues
{
    private readonly Dictionary<string, double> values;

    private ParameterValues(Dictionary<string, double> values) => this.values = values;

    public ulong Seed => (ulong)values[Parameter.Seed.Name];

    public double this[string name] => values[name];

    public int Whole(string name) => (int)values[name];

    /// <param name="demo">Whose parameters are asked for.</param>
    /// <param name="given">Texts by parameter name; the others keep their usual values.</param>
    /// <exception cref="ParameterException">A text cannot be used, or the experiment has no such parameter.</exception>
    public static ParameterValues Read(Demo demo, IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(demo);
        ArgumentNullException.ThrowIfNull(given);
        var foreign = given.Keys.FirstOrDefault(name => demo.Parameters.All(parameter => parameter.Name != name));
        if (foreign is not null)
        {
            throw new ParameterException(
                $"The experiment {demo.Name} has no --{foreign}.",
                $"It takes {string.Join(", ", demo.Parameters.Select(parameter => $"{parameter.Option} ({Parameter.Written(parameter.Usual)}; {parameter.Range})"))}.");
        }

        return new(demo.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => given.TryGetValue(parameter.Name, out var text) ? parameter.Read(text) : parameter.Usual));
    }

    public static ParameterValues Usual(Demo demo) => Read(demo, new Dictionary<string, string>());
}
