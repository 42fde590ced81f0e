using System.Globalization;

namespace Formulas.Analysis;

/// <summary>Why an evaluation stopped: no value, or too much work.</summary>
/// <param name="Reason">A phrase for the student, without a full stop: "ln of 0".</param>
internal sealed record EvaluationFault(bool OverBudget, string Reason)
{
    public static EvaluationFault Undefined(string reason) => new(false, reason);

    public static EvaluationFault TooManyOperations { get; } =
        new(true, "the formula takes too many operations to evaluate");

    public static EvaluationFault TooDeep { get; } = new(true, "the formula is nested too deeply to evaluate");

    public static EvaluationFault OutOfDomain(string function, double argument) =>
        Undefined($"{function} of {Show(argument)}");

    public static EvaluationFault DivisionByZero { get; } = Undefined("division by 0");

    public static EvaluationFault SingularInverse { get; } = Undefined("inverse of a singular matrix");

    /// <param name="what">"a vector with 3 entries", "the rows of a matrix, 3 in number".</param>
    public static EvaluationFault IndexOutside(double index, int first, string what)
    {
        if (!Numbers.Elementary.IsWhole(index)) return Undefined($"{Show(index)} as an index, which must be a whole number");
        var from = first == 1 ? "" : $", counted from {Show(first)}";
        return Undefined($"index {Show(index)} of {what}{from}");
    }

    public static EvaluationFault NoValue(string name) => Undefined($"{name} has no value");

    public static EvaluationFault WrongShape(string name) => Undefined($"the value of {name} does not have its shape");

    public static string Show(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
