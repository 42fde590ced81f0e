using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>How an answer stands to the reference at one point.</summary>
internal abstract record PointResult
{
    private PointResult()
    {
    }

    /// <summary>The reference has no value here: the point says nothing.</summary>
    public sealed record Silent : PointResult;

    /// <summary>The reference may have a value here, which could not be computed: for too few digits, or for its size.</summary>
    public sealed record Blurred : PointResult;

    /// <param name="IsStrong">False where rounding leaves so few digits that agreement means little.</param>
    /// <param name="HasLostTerm">Whether a term of a sum lay below all digits, so that it may make a difference that is not seen.</param>
    public sealed record Agree(bool IsStrong, bool HasLostTerm = false) : PointResult;

    public sealed record Differ(Value Answer, Value Reference) : PointResult;

    /// <summary>The reference has a value here and the answer has none.</summary>
    public sealed record WithoutAnswer(string Reason, Value Reference) : PointResult;

    /// <summary>The answer's value could not be computed with enough digits.</summary>
    public sealed record Open : PointResult;

    public sealed record OverBudget(string Reason) : PointResult;
}
