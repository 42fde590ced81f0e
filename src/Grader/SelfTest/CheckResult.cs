namespace Grader.SelfTest;

/// <summary>What one comparison of the self-test came to.</summary>
/// <param name="Part">Worksheet/part, and the cell of a table.</param>
/// <param name="Check">What was held against what, in a word or two.</param>
/// <param name="Samples">How many inputs it was compared at.</param>
/// <param name="Worst">The largest relative difference seen; 0 where nothing is measured.</param>
/// <param name="WorstShare">The largest difference seen between derivatives and finite differences, as a share of its error bound.</param>
/// <param name="Disagreement">Where it failed and how, as a sentence; null where all agreed.</param>
public sealed record CheckResult(string Part, string Check, int Samples, double Worst, double WorstShare, string? Disagreement);
