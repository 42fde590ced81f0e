using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>
/// Reads a worksheet from its folder: <c>worksheet.json</c> and <c>statements.md</c>, as docs/worksheet-format.md describes them.
/// Bad content never throws: every problem of both files is reported at once.
/// </summary>
public static class WorksheetReader
{
    public const string WorksheetFile = "worksheet.json";

    public const string StatementsFile = "statements.md";

    private const long LargestFile = 4 << 20;

    /// <summary>Each is evaluated at its given inputs while the worksheet is read.</summary>
    private const int MostFunctions = 1000;

    public static Loaded Read(string folder) => ReadSource(folder) switch
    {
        { Worksheet: { } worksheet, Problems.Count: 0 } => new Loaded.Success(worksheet),
        { Problems: var problems } => new Loaded.Failure(problems),
    };

    /// <summary>The files as far as they can be read, with their problems.</summary>
    internal static WorksheetSource ReadSource(string folder)
    {
        var log = new ProblemLog(Path.Combine(folder, WorksheetFile));
        var statementsLog = new ProblemLog(Path.Combine(folder, StatementsFile));
        var json = ReadText(Path.Combine(folder, WorksheetFile), log);
        var markdown = ReadText(Path.Combine(folder, StatementsFile), statementsLog);
        var statements = StatementsReader.Read(markdown ?? string.Empty, markdown is null ? new(string.Empty) : statementsLog);
        var root = json is null ? null : JsonDocumentReader.Read(json, log);
        if (root is not null && root.Descendants().OfType<JProperty>().Count(property => property.Name == "canonical") is var count and > MostFunctions)
        {
            log.Add(root, $"The worksheet has {count} canonical formulas, more than {MostFunctions}.", "Split it into several worksheets.");
            root = null;
        }

        var worksheet = root is null ? null : ReadWorksheet(new(root, log), NameOf(folder), statements, log);
        if (worksheet is not null && markdown is not null) CompareWithStatements(worksheet, statements, log, statementsLog);
        return new(folder, worksheet, root, markdown, log.InFileOrder().Concat(statementsLog.InFileOrder()).ToEquatableList());
    }

    /// <summary>The folder's own name, also where it is called "." or "..".</summary>
    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private static Worksheet ReadWorksheet(JsonRecord record, string folderName, Statements statements, ProblemLog log)
    {
        var id = record.Text("id");
        if (id.Length > 0 && id != folderName) log.Add(record.Json["id"]!, $"The worksheet's id is \"{id}\", but its folder is \"{folderName}\".", "Give both the same name.");
        var questions = record.Records("questions").Select(question => ReadQuestion(question, statements, log)).ToEquatableList();
        if (questions.Count == 0) log.Add(record.Json, "The worksheet has no questions.", "List them under \"questions\".");
        var code = record.Record("code") is { } rules ? CodeRules.Read(rules, log) : CodeRules.Usual;
        var reveal = record.Record("reveal") is { } dates ? RevealDates.Read(dates, log) : null;
        record.RefuseUnknownKeys();
        var worksheet = new Worksheet(id, statements.Title, statements.Introduction, questions) { Code = code, Reveal = reveal };
        CellDependencies.Of(worksheet).Check(log);
        return worksheet;
    }

    private static Question ReadQuestion(JsonRecord record, Statements statements, ProblemLog log)
    {
        var id = record.Text("id");
        var symbols = PartSymbols.Empty.With(record, log);
        var defaults = Defaults.None.With(record, symbols, log);
        var parts = new List<Part>();
        foreach (var part in record.Records("parts")) parts.Add(PartReader.Read(part, symbols, defaults, parts, statements, log));
        if (parts.Count == 0) log.Add(record.Json, $"Question {id} has no parts.", "List them under \"parts\".");
        record.RefuseUnknownKeys();
        var section = statements.Questions.GetValueOrDefault(id);
        if (section is null) log.Add(record.Json, $"Question {id} has no statement.", $"Add \"## Question {id}: Its title\" to {StatementsFile}.");
        return new(id, section?.Title ?? string.Empty, section?.Body ?? string.Empty, parts.ToEquatableList()) { VariantStatement = section?.Variant };
    }

    private static void CompareWithStatements(Worksheet worksheet, Statements statements, ProblemLog log, ProblemLog statementsLog)
    {
        var parts = worksheet.Parts.Select(part => part.Id).ToList();
        var questions = worksheet.Questions.Select(question => question.Id).ToList();
        foreach (var (id, section) in statements.Parts.Where(section => !parts.Contains(section.Key)))
        {
            statementsLog.Add(section.Line, $"The worksheet has no part {id}.", Suggestion.For(id, parts));
        }

        foreach (var (id, section) in statements.Questions.Where(section => !questions.Contains(section.Key)))
        {
            statementsLog.Add(section.Line, $"The worksheet has no question {id}.", Suggestion.For(id, questions));
        }

        foreach (var doubled in parts.GroupBy(id => id).Where(group => group.Count() > 1)) log.Add(1, $"The part id {doubled.Key} stands twice.");
        foreach (var doubled in questions.GroupBy(id => id).Where(group => group.Count() > 1)) log.Add(1, $"The question id {doubled.Key} stands twice.");
    }

    private static string? ReadText(string path, ProblemLog log)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
            {
                log.Add(position: null, $"The file is larger than {LargestFile >> 20} MiB.");
                return null;
            }

            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Add(position: null, $"The file cannot be read: {exception.Message}");
            return null;
        }
    }
}
