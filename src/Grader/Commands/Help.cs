using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace Grader.Commands;

/// <summary>Help that teaches: what there is, then what one would type.</summary>
internal static class Help
{
    public const string WhereToLook = "'grader --help' lists the commands.";

    public static string Overview()
    {
        var text = new StringBuilder();
        text.AppendLine("grader marks answers to worksheets on the mathematics of machine learning.");
        text.AppendLine();
        foreach (var row in CommandTable.Rows) text.AppendLine($"  grader {row.Usage,-28}{row.Summary}");
        text.AppendLine();
        text.AppendLine("First steps:");
        text.AppendLine("  grader list");
        text.AppendLine("  grader new backprop-practice             then fill in backprop-practice.json");
        text.AppendLine("  grader check backprop-practice.json --report report.html");
        text.AppendLine();
        text.AppendLine("'grader COMMAND --help' explains a command. '--exercises DIR' takes the worksheets from another folder.");
        text.AppendLine("Exit codes: 0 all well, 1 not so, 2 the call or a file cannot be used, 3 a fault of the grader.");
        return text.ToString();
    }

    /// <summary>What one would type, each line with what it does.</summary>
    public static string Examples(string command) => command switch
    {
        "list" => """
              grader list                                      all worksheets
              grader list --format json                        the same, for scripts
            """,
        "show" => """
              grader show backprop-practice                    the whole worksheet
              grader show backprop-practice 2c.dw              one part: symbols, spellings, method name
              grader show backprop-practice 2c.dw --reading "-2 (y - b_i) x"
                                                               how a formula is read: its pieces and their shapes
              grader show backprop-practice 2c.dw --hint 1     a first hint; --hint 2 and so on give away more
              grader show --codes                              every feedback code and what it means
            """,
        "new" => """
              grader new backprop-practice                     writes backprop-practice.json here
              grader new backprop-practice -o hand-in          writes it into the folder hand-in
              grader new backprop-practice --csharp            writes a C# project with a stub for each method
            A file that is there already is never overwritten.
            """,
        "issue" => """
              grader issue sgd-backprop-tables --roster class.csv --seed "autumn 7" -o sheets
                                                               a folder for each student: a sheet and an answer file
              grader issue sgd-backprop-tables --check-variants 200
                                                               whether the numbers will do, before they are handed out
            """,
        "check" => """
              grader check answers.json                        verdict and feedback for each part
              grader check answers.json --report report.html   and a page with the mathematics set
              grader check a.json b.json --format json         one line of JSON per file
              grader check Answers.cs                          methods in C#, or a DLL built from them
              grader check answers.json Answers.dll            both together are one submission
              grader check answers.json --reveal verdict       no hints
              grader check answers.json --reveal solution      with the reference answers
              grader check answers.json --reveal feedback@2026-12-01T18:00+01:00
                                                               verdicts, at public samples only, until the deadline
            Exit code 0: every machine-marked part is right; 1: not so; 2: a file cannot be used as it is.
            """,
        "batch" => """
              grader batch exercises/sample-class -o out       grades what lies below the folder
              grader batch submissions.zip -o out              an archive of Gradescope, Canvas or Moodle, as it is
              grader batch hand-ins -o out --jobs 2            on two cores
              grader batch hand-ins -o out --roster class.csv  names in the pages, and who handed in nothing
              grader batch hand-ins -o out --resume            goes on after Ctrl+C or a kill; grades only what changed
              grader batch hand-ins -o out --export canvas,csv and the marks for other systems; see grader export --help
            A folder for each student may hold an answer file, a DLL, C# files or a built project. Programs run in a sandbox;
            without one on this machine they are refused, unless the call says --sandbox process.
            Writes out/index.html, out/students/*.html and out/results.jsonl. A file that cannot be read
            becomes one line with its reason; the others are graded all the same.
            """,
        "regrade" => """
              grader regrade out                               after a worksheet or the grader changed
            Grades what the batch in out was given again, as its options were, and shows part by part who moved and why: as a
            table, in out/regrade.html and in out/regrade.csv. Marks that people gave are kept.
            """,
        "mark" => """
              grader mark out --list tuesday.csv               what people mark: prose, and what the machine left open
              grader mark out tuesday.csv                      takes the filled list in, whole or not at all
            A batch writes the list as out/marking.csv too. Marks are kept in out/marks.jsonl and stand in every
            later batch, for answers with the same text.
            """,
        "export" => """
              grader export out --to csv                       out/exports/marks.csv and parts.csv
              grader export out --to canvas --roster canvas.csv --column "backprop-practice=Homework 3 (12345)"
                                                               fills Canvas's own gradebook file
              grader export out --to moodle --roster worksheet.csv
                                                               fills Moodle's grading worksheet
              grader export out --to gradescope,junit          several at once
            Exit code 1: the files are written, and a person should look at what is named first.
            """,
        "pack" => """
              grader pack gradescope backprop-practice         backprop-practice-gradescope.zip, to upload as it is
              grader pack gradescope backprop-practice -o hw3.zip --reveal verdict
            """,
        "gradescope" => """
              grader gradescope submission --worksheet backprop-practice -o results.json
            Exit code 3: a fault of the grader. No results are written then, so that nobody gets 0 points for it.
            """,
        "answer" => """
              grader answer backprop-practice/2c.dw            the formula, and its value at the given inputs
              grader answer backprop-practice/2c.dw --at in.json
                                                               at your inputs: {"W": [[1, 2]], "b": [0], "x": [1, 1], "y": 1, "i": 1}
              grader answer --jsonl < questions.jsonl          lines {"part":"backprop-practice/2c.dw","inputs":{...}} in,
                                                               lines {"part":"...","value":...} or {"part":"...","error":"..."} out
            """,
        "demo" => """
              grader demo                                      the experiments, a line each
              grader demo symmetry                             writes symmetry.html: open it in a browser
              grader demo symmetry --units 6 --seed 3          with other numbers
              grader demo dead-relu -o dead.html               under another name
            The page says what each number means and in which range it lies. A page of the same name is replaced.
            """,
        "equal" => """
              grader equal "2 sinh(1)" "e - 1/e"               equal: exit code 0
              grader equal "sqrt(x^2)" x                       different, at x = -1: exit code 1
              grader equal "sqrt(x^2)" x --where "x > 0"       equal there
              grader equal "(A B)^T" "B^T A^T" --where "A: 3x2, B: 2xn"
              grader equal --jsonl < pairs.jsonl               lines {"a":"...","b":"...","symbols":{"x":{"low":0}}} in,
                                                               lines {"equal":...,"counterexample":...,"diagnosis":...,"error":...} out
            Names that nothing is said about are real numbers.
            """,
        "simulate" => """
              grader simulate -n 60 --seed 1 -o practice       60 students, all worksheets: practice/submissions and truth.jsonl
              grader simulate backprop-practice -o practice    one worksheet
              grader batch practice/submissions -o out         grades them
              grader simulate --verify out                     compares the results with the truth
            Exit code 1: a verdict is not what the truth says.
            """,
        "author" => """
              grader author new exercises/my-worksheet         a small worksheet to begin from, with comments and samples
              grader author lint exercises/my-worksheet        every problem at once, each with its line and a way out
              grader author lint exercises/my-worksheet --format json
                                                               the same, a line of JSON for each
              grader author lint exercises/my-worksheet --strict
                                                               for a check on every change: warnings fail too
              grader author preview exercises/my-worksheet     in the browser, while you edit: the page follows the files
              grader author test exercises/my-worksheet        the samples tried out: what each earns, and what was promised
            Exit code 1: there are errors, or a sample earns something else. Warnings alone leave it at 0, without --strict.
            """,
        "selftest" => """
              grader selftest                                  every worksheet
              grader selftest backprop-practice                one of them
            Exit code 1 when two ways to the same value disagree; the table says which.
            """,
        _ => string.Empty,
    };
}

/// <summary>The usual help, followed by examples.</summary>
internal sealed class HelpWithExamples(string command) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction().Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        output.WriteLine(Help.Examples(command));
        return ExitCode.Well;
    }
}
