using System.Diagnostics;
using System.Globalization;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Bench;

/// <summary>
/// What an answer costs against a part whose values and table of mistakes are prepared, on warm code: reading it, judging it with the
/// name of the mistake. The answers are the formulas of the worksheets' own right and wrong samples, and the right formulas with one sign
/// turned. Preparing a part is timed apart. Each answer is timed over several rounds, of which the median counts.
/// </summary>
internal static class MistakeBench
{
    private const int Rounds = 31;

    public static void Run(string exercises, TextWriter output)
    {
        var library = Library.Open(exercises);
        var prepared = library.Ids.SelectMany(id => Parts(library, id)).ToDictionary(part => (part.Worksheet, part.Part.Id), part => part.Function);
        var slips = prepared.Values.SelectMany(function => Slips(function.Specification.Canonical).Select(text => (function, text))).ToList();
        (string Name, List<(PreparedFunction, string)> Answers)[] kinds =
            [("right answers", [.. Given("right")]), ("wrong answers", [.. Given("wrong")]), ("turned signs", slips)];
        foreach (var warming in (bool[])[true, true, false])
        {
            foreach (var (name, answers) in kinds) Report(name, [.. answers.Select(answer => Timed(answer.Item1, answer.Item2)).OfType<Measured>()], warming ? TextWriter.Null : output);
        }

        var once = prepared.Values.Select(function => Time(() => _ = new PreparedFunction(function.Specification, 2, null).Mistakes.Count)).Order().ToList();
        output.WriteLine($"  once for each of {once.Count} parts: samples and table {Show(once[once.Count / 2])} (slowest {Show(once[^1])})");

        IEnumerable<(PreparedFunction, string)> Given(string kind) =>
            from id in library.Ids
            from file in Directory.EnumerateFiles(Path.Combine(exercises, id, kind), "*.json").Order(StringComparer.Ordinal)
            where !file.EndsWith(".expected.json", StringComparison.Ordinal)
            from answer in AnswerFileReader.ReadFile(file).Answers
            let function = prepared.GetValueOrDefault((id, answer.PartId))
            where function is not null && AnswerInterpreter.Interpret(answer.Answer, function) is Interpretation.Formula && TextOf(answer.Answer) is not null
            select (function, TextOf(answer.Answer)!);
    }

    private static void Report(string name, List<Measured> times, TextWriter output)
    {
        var named = times.Where(time => time.IsNamed).ToList();
        output.WriteLine($"{times.Count} {name}, {times.Count(time => time.IsCorrect)} correct, {named.Count} named; microseconds, medians:");
        output.WriteLine($"  read {Middle(times, time => time.Read)}, judge {Middle(times, time => time.Judge)}, together {Middle(times, time => time.Read + time.Judge)}, 90 % {Show(At(times, 0.9, time => time.Read + time.Judge))}");
        if (named.Count > 0) output.WriteLine($"  with a name: judge {Middle(named, time => time.Judge)}, together {Middle(named, time => time.Read + time.Judge)}; evaluating at one sample {Middle(times, time => time.Sample)}");
    }

    private static IEnumerable<(string Worksheet, Part Part, PreparedFunction Function)> Parts(Library library, string id) =>
        from question in ((Found.Success)library.Find(id)).Worksheet.Questions
        from part in question.Parts
        where part.Kind is PartKind.Function
        select (id, part, new PreparedFunction(((PartKind.Function)part.Kind).Specification, 1, null));

    private static string? TextOf(Answer answer) => answer switch
    {
        Answer.Text text => text.Content,
        Answer.ExplicitFormula formula => formula.Content,
        _ => null,
    };

    private static IEnumerable<string> Slips(string formula)
    {
        for (var k = 0; k < formula.Length; k++)
        {
            if (formula[k] is '+' or '-') yield return $"{formula[..k]}{(formula[k] == '+' ? '-' : '+')}{formula[(k + 1)..]}";
        }
    }

    /// <summary>Null for what is no formula.</summary>
    private static Measured? Timed(PreparedFunction function, string text)
    {
        if (AnswerInterpreter.Interpret(new Answer.Text(text), function) is not Interpretation.Formula(var answer, _, _)) return null;
        var judged = FormulaJudge.Judge(function, answer);
        return new(
            Median(() => function.Reader.Read(text)),
            Median(() => judged = FormulaJudge.Judge(function, answer)),
            Median(() => Formulas.Analysis.Evaluation.EvaluateWithBound(answer, function.Samples[0].Inputs)),
            judged.Verdict == Verdict.Correct,
            judged.Verdict != Verdict.Correct && judged.Feedback.Any(feedback => feedback.Code is not ("wrong-value" or "not-finite" or "shape-mismatch" or "undecided")));
    }

    private static string Middle(List<Measured> times, Func<Measured, double> part) => Show(At(times, 0.5, part));

    private static double At(List<Measured> times, double share, Func<Measured, double> part) =>
        times.Count == 0 ? 0 : times.Select(part).Order().ElementAt((int)(times.Count * share));

    private static double Median(Action work) => Enumerable.Range(0, Rounds).Select(_ => Time(work)).Order().ElementAt(Rounds / 2);

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static string Show(double microseconds) => microseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Measured(double Read, double Judge, double Sample, bool IsCorrect, bool IsNamed);
}
