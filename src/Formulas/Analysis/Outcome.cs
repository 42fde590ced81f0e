using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis;

/// <summary>What evaluating a formula gave.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Every number in it is finite.</summary>
    public sealed record Known(Value Value) : Outcome;

    /// <summary>The formula has no value there; <paramref name="Reason"/> says why, as in "ln of 0".</summary>
    public sealed record Undefined(string Reason) : Outcome;

    /// <summary>The evaluation would take too many operations, so it was given up.</summary>
    public sealed record OverBudget(string Reason) : Outcome;
}

/// <summary>What evaluating a formula gave, and how far rounding may have moved it.</summary>
public abstract record BoundedOutcome
{
    private BoundedOutcome()
    {
    }

    /// <param name="Bounds">
    /// Entry by entry (row by row), a bound on the distance of <paramref name="Value"/> from the true value.
    /// An infinite bound means that rounding leaves the entry open: a comparison within the bounds, a divisor that may be 0;
    /// its value is then 0 where no finite number came out. For a truth value: 0 where it is certain, else infinite.
    /// </param>
    public sealed record Known(Value Value, EquatableList<double> Bounds) : BoundedOutcome
    {
        /// <summary>True where every entry has a finite bound.</summary>
        public bool IsCertain => Bounds.All(double.IsFinite);

        /// <summary>For showing: 0 for every entry that may be 0, of which rounding leaves a number such as 3e-16.</summary>
        public Value WithoutNoise => Value switch
        {
            Value.Scalar(var number) => new Value.Scalar(Shown(number, 0)),
            Value.Vector(var entries) => new Value.Vector(entries.Select(Shown).ToEquatableList()),
            Value.Matrix matrix => matrix with { Entries = matrix.Entries.Select(Shown).ToEquatableList() },
            _ => Value,
        };

        private double Shown(double entry, int place) => double.IsFinite(Bounds[place]) && Math.Abs(entry) <= Bounds[place] ? 0 : entry;
    }

    /// <summary>The formula certainly has no value there.</summary>
    public sealed record Undefined(string Reason) : BoundedOutcome;

    public sealed record OverBudget(string Reason) : BoundedOutcome;
}
