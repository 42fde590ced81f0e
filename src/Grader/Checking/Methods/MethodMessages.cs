using System.Globalization;
using Formulas.Text;

namespace Grader.Checking.Methods;

/// <summary>What is said about methods. Sentences for students; each names the way out.</summary>
internal static class MethodMessages
{
    private const int LongestText = 300;

    public static Feedback NotFound(MethodContract contract, string near) => new("method-missing",
        $"There is no method {contract.Name}. Is {Cut(near)} meant? The signature that is wanted: {contract.Signature}");

    public static Feedback NotAnsweredYet() => new("not-answered-yet", "The method says itself that it is not written yet (NotImplementedException).");

    public static Feedback WrongSignature(string reason, MethodContract contract, IEnumerable<string> found) => new("wrong-signature",
        $"{reason} Wanted: {contract.Signature}. Found: {string.Join("; ", found.Select(Cut))}.");

    public static Feedback NullResult(string wanted) => new("null-result", $"The method returned null where {wanted} is wanted.");

    public static Feedback NullRow(int row) => new("null-result", $"Row {row} of the returned array is null.");

    public static Feedback RaggedRows(int row, int first, int other) => new("shape-mismatch",
        $"The rows of the returned array differ in length: row 1 has {first} entries, row {row} has {other}.");

    public static Feedback WrongResultType(string found, string wanted) => new("wrong-result-type", $"The method returned {Cut(found)} where {wanted} is wanted.");

    public static Feedback MissingCells(IEnumerable<string> cells) => new("cells-missing", $"The result has no value for {string.Join(", ", cells)}.");

    public static Feedback NotFinite(string number, string where) => new("not-finite", $"The method returned {number} {where}, where the right value is finite.");

    public static Feedback NotFiniteFarOut(string number) => new("not-finite",
        $"At some larger inputs the method returns {number}: an exponential overflows, or a logarithm meets 0. That costs no marks here; a stable form such as max(z, 0) + ln(1 + exp(-|z|)) avoids it.");

    public static Feedback NotDeterministic(string where) => new("not-deterministic",
        $"The method gave two different results for the same inputs {where}. A result must depend on the inputs alone: not on chance, on earlier calls or on their order.");

    public static Feedback InputsChanged(IEnumerable<string> parameters) => new("inputs-changed",
        $"The method writes into its inputs ({string.Join(", ", parameters.Select(Cut))}). The result counts all the same, but a caller would lose its data: work on a copy.");

    /// <param name="frames">The student's own lines; empty where the inputs stay hidden.</param>
    public static Feedback Crashed(string kind, string message, IEnumerable<string> frames)
    {
        var place = string.Join(", called by ", frames.Take(3).Select(Cut));
        var text = message.Length == 0 ? "" : $": {Cut(message)}";
        return new("crashed", $"The method ended with {Short(kind)}{text}{(place.Length == 0 ? "" : $", in {place}")}.");
    }

    public static Feedback OutOfMemory() => new("memory",
        "The method asked for more memory than it may have: a list that grows in an endless loop, or an array much larger than the inputs?");

    public static Feedback CrashedHidden(string kind) => new("crashed",
        $"The method ended with {Short(kind)} at inputs that are not shown. Try sizes of 1, sizes that differ from each other, zeros and negative numbers.");

    public static Feedback WrongValue() => new("wrong-value",
        "The method's value differs from the right one, for example at the inputs shown. Work them through by hand and compare step by step.");

    public static Feedback WrongHidden() => new("wrong-value",
        "The method is right at the inputs that everybody can see, and wrong at others. Look for what was made to fit examples: fixed sizes, fixed signs, results by case.");

    public static Feedback Imprecise(double share) => new("rounded", string.Create(CultureInfo.InvariantCulture,
        $"The values are right to about {Math.Max(1, (int)Math.Floor(-Math.Log10(share)))} digits only. Look for a rounded constant, a difference quotient or single precision."));

    public static string InsteadOfValue(string exception) => $"your method threw {Short(exception)}";

    public static Feedback TooManyNumbers(long most) => new("shape-mismatch",
        $"The method returned more than {most} numbers, and no answer here has that many. Return the value that is asked for, not all the steps to it.");

    public static Feedback TotalTime() => new("timeout", "The program's time was used up by its other methods before this one was called.");

    public static Feedback FitFailed(string reason) => new("wrong-value", reason);

    /// <summary>As a person says it: without the namespace.</summary>
    private static string Short(string kind) => Cut(kind[(kind.LastIndexOf('.') + 1)..]);

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "...";
}
