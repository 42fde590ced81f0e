using System.CommandLine;

namespace Grader.Commands;

/// <summary>A command's name, one line of help, and how it is built. Only the command that is asked for is built: start-up is felt.</summary>
public sealed record CommandRow(string Name, string Usage, string Summary, Func<Surroundings, Command> Build);

/// <summary>All commands, in the order in which one meets them.</summary>
public static class CommandTable
{
    public static IReadOnlyList<CommandRow> Rows { get; } =
    [
        new("list", "list", "the worksheets and what they are worth", ListCommand.Build),
        new("show", "show WORKSHEET [PART]", "what is asked, and what an answer may use", ShowCommand.Build),
        new("new", "new WORKSHEET [-o DIR]", "an answer file to fill in", NewCommand.Build),
        new("issue", "issue WORKSHEET --roster CSV", "own numbers for each student: sheets and answer files", IssueCommand.Build),
        new("check", "check FILE...", "verdicts and feedback for answer files", CheckCommand.Build),
        new("batch", "batch DIR -o OUT", "a whole class: pages, an index and results.jsonl", BatchCommand.Build),
        new("regrade", "regrade OUT", "a class again, after a worksheet changed: who moved and why", RegradeCommand.Build),
        new("mark", "mark OUT FILE", "takes in the marks that people give; --list writes the list", MarkCommand.Build),
        new("export", "export OUT --to NAME,...", "the marks, for Canvas, Moodle, Gradescope and others", ExportCommand.Build),
        new("pack", "pack gradescope WORKSHEET", "a complete autograder to upload", PackCommand.Build),
        new("gradescope", "gradescope DIR ...", "one submission on Gradescope: what the autograder runs", GradescopeCommand.Build),
        new("answer", "answer WORKSHEET/PART", "the reference answer, at any inputs", AnswerCommand.Build),
        new("demo", "demo [NAME]", "an experiment to look at: plots, numbers and why", DemoCommand.Build),
        new("equal", "equal A B", "whether two formulas are equal, and where they are not", EqualCommand.Build),
        new("simulate", "simulate WORKSHEET... -o DIR", "a class to practise on, with what each answer must get", SimulateCommand.Build),
        new("author", "author new|lint|test DIR", "a worksheet of your own: to begin, look over, try out", AuthorCommand.Build),
        new("selftest", "selftest [WORKSHEET]", "the reference against itself", SelfTestCommand.Build),
    ];
}
