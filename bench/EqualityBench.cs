using System.Diagnostics;
using System.Globalization;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Bench;

/// <summary>
/// How long reading and deciding one pair of the vector files takes, on warm code. Each pair is timed over several rounds, of which
/// the median counts; the figures are over the pairs.
/// </summary>
internal static class EqualityBench
{
    private const int WarmRounds = 60;
    private const int Rounds = 21;

    public static void Run(string file, TextWriter output)
    {
        var pairs = File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(Pair.Parse).ToList();
        for (var round = 0; round < WarmRounds; round++)
        {
            foreach (var pair in pairs) pair.Decide();
        }

        var times = pairs.Select(pair => (pair.Text, Reading: Median(pair.Read), Total: Median(() => pair.Decide()))).OrderBy(time => time.Total).ToList();
        output.WriteLine($"{pairs.Count} pairs of {Path.GetFileName(file)}, microseconds each:");
        output.WriteLine($"  read and decide   median {Show(times[times.Count / 2].Total)}, 90 % {Show(times[times.Count * 9 / 10].Total)}, slowest {Show(times[^1].Total)} ({times[^1].Text})");
        output.WriteLine($"  reading alone     median {Show(times.Select(time => time.Reading).Order().ElementAt(times.Count / 2))}");
    }

    private static double Median(Action work)
    {
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[Rounds / 2];
    }

    private static string Show(double microseconds) => microseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Pair(string Answer, string Reference, Scope Scope)
    {
        public string Text => $"{Answer}  against  {Reference}";

        public static Pair Parse(string line)
        {
            var fields = line.Split('\t');
            var domains = (fields.Length > 3 ? fields[3] : "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(domain => domain.Split(':'));
            var symbols = domains.Select(domain => new Symbol(
                domain[0], SymbolKind.Variable, Shape.Scalar, Between(domain), [], []));
            return new(fields[0], fields[1], new(symbols.ToEquatableList(), [], [], Open: true));
        }

        private static Domain Between(string[] domain) => domain is [_, var low, var high, "integer"]
            ? new Domain.Integers(int.Parse(low, CultureInfo.InvariantCulture), int.Parse(high, CultureInfo.InvariantCulture))
            : new Domain.Interval(double.Parse(domain[1], CultureInfo.InvariantCulture), double.Parse(domain[2], CultureInfo.InvariantCulture));

        public void Read() => _ = (Read(Answer), Read(Reference));

        public Decision Decide() => Equivalence.Decide(Read(Answer), Read(Reference), Scope, [], 1);

        private Expression Read(string text) => FormulaReader.Read(text, Scope) is Reading<Expression>.Success(var formula, _)
            ? formula
            : throw new InvalidOperationException($"{text} cannot be read.");
    }
}
