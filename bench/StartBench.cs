using System.Globalization;

namespace Bench;

/// <summary>What starting costs: <c>grader check</c> on one file beside an empty .NET program, in turns, so that a busy machine changes the figures and not the ratio.</summary>
internal static class StartBench
{
    private const int Rounds = 15;

    public static void Run(TextWriter output)
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "exercises", "backprop-practice", "right");
        (string Name, Func<ProgramRun> Run)[] programs =
        [
            ("an empty .NET program", () => ProgramRun.Of(ProgramRun.Empty)),
            ("grader --version", () => ProgramRun.Of(ProgramRun.Grader, "--version")),
            ("grader check, 14 formulas", () => ProgramRun.Of(ProgramRun.Grader, "check", Path.Combine(samples, "plain.json"))),
            ("grader check, 14 values", () => ProgramRun.Of(ProgramRun.Grader, "check", Path.Combine(samples, "values.json"))),
        ];
        var runs = programs.ToDictionary(program => program.Name, _ => new List<ProgramRun>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, run) in programs) runs[name].Add(run());
        }

        var empty = runs[programs[0].Name];
        foreach (var (name, _) in programs)
        {
            var (wall, processor) = (Median(runs[name], run => run.Wall), Median(runs[name], run => run.Processor));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-28}{1000 * wall,7:0} ms ({wall / Median(empty, run => run.Wall):0.0} times the empty program), {1000 * processor,5:0} ms of processor time ({processor / Median(empty, run => run.Processor):0.0} times)"));
        }
    }

    private static double Median(List<ProgramRun> runs, Func<ProgramRun, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);
}
