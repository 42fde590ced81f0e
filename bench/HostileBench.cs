using System.Diagnostics;
using System.Globalization;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Bench;

/// <summary>What reading each hostile text, and deciding it against x, takes in time and memory, on warm code.</summary>
internal static class HostileBench
{
    private const int Rounds = 7;

    private static readonly Scope Open = Scope.Empty with { Open = true };

    public static void Run(TextWriter output)
    {
        foreach (var (name, text) in Hostile.Texts)
        {
            var times = new List<double>();
            var (bytes, outcome) = (0L, "");
            for (var round = 0; round < Rounds; round++)
            {
                var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                outcome = Answer(text);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            times.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times[Rounds / 2],8:0.00} ms {bytes / 1024,7} KiB  {name}: {outcome}"));
        }
    }

    private static string Answer(string text)
    {
        if (FormulaReader.Read(text, Open) is not Reading<Expression>.Success(var formula, _)) return ((Reading<Expression>.Failure)FormulaReader.Read(text, Open)).Diagnostic.Code;
        var x = ((Reading<Expression>.Success)FormulaReader.Read("x", Open)).Value;
        return Equivalence.Decide(formula, x, Open, [], 1) switch
        {
            Decision.Undecided(var reason) => "undecided: " + reason,
            var decision => decision.GetType().Name,
        };
    }
}
