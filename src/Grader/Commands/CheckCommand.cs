using System.CommandLine;
using Grader.Batching;
using Grader.Checking;
using Grader.Exercises;
using Grader.Programs;
using Grader.Reporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary><c>grader check FILE...</c>.</summary>
internal static class CheckCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var files = new Argument<string[]>("FILE") { Description = "Answer files, DLLs or C# files", Arity = ArgumentArity.OneOrMore };
        var report = new Option<string?>("--report") { Description = "Also write a page, with the mathematics set", HelpName = "OUT.html" };
        var command = new Command("check", "Gives verdicts and feedback for answer files and programs.")
        {
            files, report, CommonOptions.Format(), CommonOptions.Reveal(), CommonOptions.Worksheet(), CommonOptions.VariantSeed(), CommonOptions.Sandbox(),
        };
        command.SetAction(call => Run(call, call.GetRequiredValue(files), call.GetValue(report), surroundings));
        return command;
    }

    private static int Run(ParseResult call, string[] files, string? report, Surroundings surroundings)
    {
        var submissions = HandedIn.Named(files);
        if (report is not null && submissions.Count > 1)
        {
            throw new UnusableCallException("A report is the page of one file.", "'grader batch DIR -o OUT' writes a page for each file of a folder.");
        }

        var revealing = new Revealing(CommonOptions.Reveal(call), surroundings.Clock.GetUtcNow());
        var library = Library.Open(CommonOptions.ExercisesFolder(call, surroundings));
        using var sandboxes = new Sandboxes(CommonOptions.Sandbox(call), spares: 0, forMarks: false);
        var grading = new FileGrading(library, new Checker(surroundings.ClassSecret), sandboxes, CommonOptions.Worksheet(call, library)) { Revealing = revealing, OwnNumbers = new(CommonOptions.VariantSeed(call)) };
        var output = CommonOptions.WantsJson(call) ? null : ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
        var worst = ExitCode.Well;
        foreach (var file in submissions)
        {
            if (file.Program.Count > 0) sandboxes.TryOut();
            var graded = grading.Grade(file);
            if (output is null) surroundings.Output.WriteLine(TerminalText.SafeJson(Json(graded, revealing, several: submissions.Count > 1).ToString(Formatting.None)));
            else Write(graded, revealing, output);
            Complain(graded, surroundings.Error, alsoProblems: output is null);
            if (report is not null && graded is GradedFile.Graded done) WriteReport(report, done, revealing.For(done.Worksheet), surroundings, output);
            worst = Math.Max(worst, Judge(graded));
        }

        return worst;
    }

    private static int Judge(GradedFile graded) => graded switch
    {
        GradedFile.Graded { Result: var result } when result.Problems.Any(problem => problem.Severity == Submissions.ProblemSeverity.Error) => ExitCode.Unusable,
        GradedFile.Graded done => done.Result.Parts.All(part => IsWell(part, done.Worksheet)) ? ExitCode.Well : ExitCode.NotWell,
        GradedFile.Unreadable => ExitCode.Unusable,
        GradedFile.Fault => ExitCode.Fault,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Only what a machine marks decides the exit code: prose never does, whether it was written or not.
    private static bool IsWell(PartResult part, Worksheet worksheet) =>
        part.Verdict is Verdict.Correct or Verdict.Pending || worksheet.Find(part.PartId)?.Kind is PartKind.Prose;

    private static JObject Json(GradedFile graded, Revealing revealing, bool several)
    {
        var json = SubmissionLine.From(graded, revealing);
        if (!several) json.Remove("file");
        if (graded is GradedFile.Graded) json.Remove("status");
        return json;
    }

    private static void Write(GradedFile graded, Revealing revealing, ConsoleOutput output)
    {
        if (graded is not GradedFile.Graded { Result: var result, Worksheet: var worksheet }) return;
        ConsoleReport.Write(worksheet, result, revealing.For(worksheet), output);
        output.WriteLine();
    }

    private static void Complain(GradedFile graded, TextWriter error, bool alsoProblems)
    {
        var lines = graded switch
        {
            GradedFile.Graded { Result: var result } => alsoProblems ? result.Problems.Select(problem => ConsoleReport.Place(graded.File, problem)) : [],
            GradedFile.Unreadable { Problems: var problems } => problems.Select(problem => ConsoleReport.Place(graded.File, problem)),
            GradedFile.Fault { Details: var details } => [$"{graded.File}: not marked. {CommandLineRun.FaultReport}", details],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        foreach (var line in lines) error.WriteLine(TerminalText.Safe(line));
    }

    private static void WriteReport(string path, GradedFile.Graded graded, Reveal reveal, Surroundings surroundings, ConsoleOutput? output)
    {
        try
        {
            // A page is passed on: it names the file, not where it lay.
            var result = graded.Result with { File = Path.GetFileName(graded.Result.File) };
            WholeFile.Write(path, SubmissionPage.Render(graded.Worksheet, result, reveal));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The report cannot be written to '{path}': {problem.Message}", "Name a file in a folder that exists and may be written to.");
        }

        // With JSON on standard output, the note goes where it disturbs no script.
        if (output is not null) output.WriteLine($"The report is in {path}");
        else surroundings.Error.WriteLine($"The report is in {path}");
    }
}
