using System.Diagnostics;
using System.Globalization;
using Formulas.Analysis;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;

namespace Bench;

/// <summary>
/// What a wrong answer costs against a part whose table of mistakes is prepared: reading it, its values at the samples, the name of the
/// mistake. The answers are the right formulas with one sign turned. Preparing the table is timed apart.
/// </summary>
internal static class MistakeBench
{
    private const int Samples = 32;
    private const int Rounds = 41;

    public static void Run(Library library, TextWriter output)
    {
        var (prepare, read, values, name) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (named, entries) = (0, 0);
        for (var warming = 2; warming >= 0; warming--)
        {
            prepare.Clear();
            foreach (var part in Functions(library))
            {
                if (Prepared.Of(part) is not { } prepared) continue;
                prepare.Add(Time(() => prepared.Search.Find(Shape.Scalar, prepared.Right)));
                if (warming > 0) continue;
                entries += prepared.Search.Count;
                foreach (var text in Slips(part.Canonical))
                {
                    if (FormulaReader.Read(text, part.Scope) is not Reading<Expression>.Success(var answer, _)) continue;
                    IReadOnlyList<BoundedOutcome> outcomes = [];
                    var reading = Median(() => FormulaReader.Read(text, part.Scope));
                    var evaluating = Median(() => outcomes = prepared.Values(answer));
                    if (prepared.Search.Find(answer.Shape, outcomes, answer) is not null) named++;
                    var naming = Median(() => prepared.Search.Find(answer.Shape, outcomes, answer));
                    read.Add(reading);
                    values.Add(evaluating);
                    name.Add(naming);
                }
            }
        }

        output.WriteLine($"{read.Count} wrong answers against {prepare.Count} parts, {named} named by search, microseconds each, medians:");
        output.WriteLine($"  read {Show(Middle(read))}, values at {Samples} samples {Show(Middle(values))}, name {Show(Middle(name))}, together {Show(Middle(Together(read, values, name)))}");
        output.WriteLine($"  once for each part: the table, {Show(Middle(prepare))} (slowest {Show(prepare.Max())}), {entries / prepare.Count} entries on average");
    }

    private static IEnumerable<FunctionSpecification> Functions(Library library) =>
        from id in library.Ids
        from question in ((Found.Success)library.Find(id)).Worksheet.Questions
        from part in question.Parts
        where part.Kind is PartKind.Function
        select ((PartKind.Function)part.Kind).Specification;

    private static IEnumerable<string> Slips(string formula)
    {
        for (var k = 0; k < formula.Length; k++)
        {
            if (formula[k] is '+' or '-') yield return $"{formula[..k]}{(formula[k] == '+' ? '-' : '+')}{formula[(k + 1)..]}";
        }
    }

    private static List<double> Together(List<double> read, List<double> values, List<double> name) => [.. read.Select((time, k) => time + values[k] + name[k])];

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static double Median(Action work) => Middle([.. Enumerable.Range(0, Rounds).Select(_ => Time(work))]);

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static string Show(double microseconds) => microseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Prepared(IReadOnlyList<Assignment> Inputs, IReadOnlyList<BoundedOutcome.Known> Right, MistakeSearch Search)
    {
        public static Prepared? Of(FunctionSpecification part)
        {
            if (FormulaReader.Read(part.Canonical, part.Scope) is not Reading<Expression>.Success(var canonical, _)) return null;
            if (DerivedSymbols.Read(part.Scope) is not Reading<DerivedSymbols>.Success(var symbols, _)) return null;
            var (inputs, right) = (new List<Assignment>(), new List<BoundedOutcome.Known>());
            for (var index = 0; inputs.Count < Samples && index < 10 * Samples; index++)
            {
                var point = Sampling.Draw(symbols, part.SizeRanges, 1, index);
                if (Evaluation.EvaluateWithBound(canonical, point) is not BoundedOutcome.Known { IsCertain: true } known) continue;
                inputs.Add(point);
                right.Add(known);
            }

            return inputs.Count < Samples ? null : new(inputs, right, new(canonical, part.Scope, inputs, right, k => Sampling.Draw(symbols, part.SizeRanges, 2, k)));
        }

        public IReadOnlyList<BoundedOutcome> Values(Expression answer) => [.. Inputs.Select(point => Evaluation.EvaluateWithBound(answer, point))];
    }
}
