using Formulas.Analysis;
using Formulas.Expressions;

namespace Grader.Checking;

/// <summary>Inputs of a function part and the right value there, which is certain.</summary>
internal sealed record SamplePoint(Assignment Inputs, BoundedOutcome.Known Expected);
