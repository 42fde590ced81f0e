using Grader.Checking;

namespace Grader.Hints;

/// <summary>One step of help towards an answer. Hints come in levels: each gives away more than the one before, none the answer.</summary>
/// <param name="Text">Markdown with mathematics between dollar signs.</param>
/// <param name="Frame">The outline of the right formula, with empty places in it; null for a hint in words.</param>
public sealed record Hint(string Text, ReadFormula? Frame);
