using Formulas.Text;

namespace Reference.Experiments;

/// <summary>Runs what a claim speaks of. The same seed gives the same result, to the last digit.</summary>
public delegate ExperimentResult Experiment(ulong seed);

/// <summary>A number that a run measured, and the sentence that says of what.</summary>
public sealed record Measurement(string Name, double Value, string Sentence);

/// <summary>One claim, whether the run bears it out, and the number that decided it.</summary>
public sealed record Finding(string Claim, bool Holds, double Value, string Sentence);

/// <summary>The truth of each claim as measured, and the numbers behind it; a claim's deciding number has the claim's name.</summary>
public sealed record ExperimentResult(IReadOnlyDictionary<string, bool> Claims, EquatableList<Measurement> Measurements)
{
    /// <param name="findings">One for each claim.</param>
    /// <param name="further">Numbers that decide no claim but are worth showing.</param>
    public static ExperimentResult Of(IReadOnlyList<Finding> findings, params IEnumerable<Measurement> further) => new(
        findings.ToDictionary(finding => finding.Claim, finding => finding.Holds),
        findings.Select(finding => new Measurement(finding.Claim, finding.Value, finding.Sentence)).Concat(further).ToEquatableList());

    /// <exception cref="KeyNotFoundException">The run measured nothing of that name.</exception>
    public double Measured(string name) =>
        Measurements.FirstOrDefault(measurement => measurement.Name == name)?.Value
            ?? throw new KeyNotFoundException($"The experiment measures no '{name}'.");
}
