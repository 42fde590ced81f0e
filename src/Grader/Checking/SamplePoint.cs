using Formulas.Analysis;
using Formulas.Expressions;

namespace Grader.Checking;

/// <summary>Inputs of a function part and the right value there, which is certain.</summary>
/// <param name="IsBeyond">
/// Whether the inputs lie beyond what the statement is about, as a count that is 0 or a list of one entry. Another value than the
/// right one is wrong there; none at all proves nothing.
/// </param>
internal sealed record SamplePoint(Assignment Inputs, BoundedOutcome.Known Expected, bool IsBeyond = false);
