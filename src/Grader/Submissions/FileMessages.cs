namespace Grader.Submissions;

/// <summary>The sentences about answer files, each with its code, its place and a way out. Nothing here knows a worksheet.</summary>
internal static class FileMessages
{
    public static Problem TooLargeFile(long bytes, long limit) => new(
        "file-too-large", $"The file has {bytes} bytes; answer files may have {limit}.", null,
        "An answer file is plain text of a few kilobytes: was another file handed in?", ProblemSeverity.Fatal);

    public static Problem NotUtf8(int offset, FilePosition position) => new(
        "not-utf8", $"Byte {offset + 1} of the file (line {position.Line}) is not valid UTF-8.", position,
        "Save the file as UTF-8 text.", ProblemSeverity.Fatal);

    public static Problem OtherEncoding() => new(
        "not-utf8", "The file is UTF-16 text, not UTF-8.", new(1, 1), "Save the file as UTF-8 text.", ProblemSeverity.Fatal);

    public static Problem Empty() => new(
        "empty-file", "The file is empty.", new(1, 1), "`grader new WORKSHEET` writes an answer file to fill in.", ProblemSeverity.Fatal);

    public static Problem Broken(string what, FilePosition position, string? hint) => new(
        "broken-json", $"The JSON cannot be read at line {position.Line}, column {position.Column}: {what}.", position, hint, ProblemSeverity.Fatal);

    public static Problem TooDeep(int limit, FilePosition position) => new(
        "nested-too-deep", $"Brackets are nested more than {limit} deep at line {position.Line}, column {position.Column}.", position,
        "An answer needs three or four levels: a part, an array, its rows.", ProblemSeverity.Fatal);

    public static Problem NotAnObject(JsonNode found) => new(
        "wrong-type", $"An answer file is an object {{...}}, but this file holds {found.InWords}.", found.Position,
        "Write { \"worksheet\": \"...\", \"student\": \"...\", \"answers\": { ... } }.", ProblemSeverity.Fatal);

    public static Problem NoWorksheet() => new(
        "missing-worksheet", "The file does not say which worksheet it answers.", null,
        "Write \"worksheet\": \"...\" at the top; `grader list` shows the names.", ProblemSeverity.Fatal);

    public static Problem NoAnswers() => new(
        "missing-answers", "The file has no \"answers\".", null, "Write \"answers\": { \"PART\": \"...\" }.");

    public const string MissingStudent = "missing-student";

    public static Problem NoStudent(string instead) => new(
        MissingStudent, $"The file does not say whose it is; it is listed under the file's name, {instead}.", null,
        "Write \"student\": \"...\" at the top.", ProblemSeverity.Hint);

    public static Problem WrongType(string key, string wanted, JsonNode found) => new(
        "wrong-type", $"\"{key}\" must be {wanted}, but {found.InWords} stands there.", found.Position, null);

    public static Problem UnknownKey(string key, FilePosition position, string? near) => new(
        "unknown-key", $"The key \"{key}\" is not known and was passed over.", position,
        near is null ? "Known keys are worksheet, student and answers." : $"Did you mean \"{near}\"?", ProblemSeverity.Hint);

    public static Problem DoubledKey(string key, FilePosition first, FilePosition second) => new(
        "doubled-key",
        $"\"{key}\" stands twice: at line {first.Line}, column {first.Column} and at line {second.Line}, column {second.Column}.",
        second, "Keep one of the two; neither was graded, since it is not clear which is meant.");

    public static Problem DoubledHeader(string key, FilePosition first, FilePosition second) => new(
        "doubled-key",
        $"\"{key}\" stands twice: at line {first.Line}, column {first.Column} and at line {second.Line}, column {second.Column}.",
        second, "Keep one of the two; the first was taken.");

    public static Problem NotFinite(string written, FilePosition position) => new(
        "not-a-number", $"{written} is not a number that an answer can be.", position, "Give a finite number or a formula.");

    public static Problem TooLarge(string written, FilePosition position) => new(
        "not-a-number", $"{Cut(written)} is too large for a number.", position, "Give a number below 1e308 or a formula.");

    public static Problem OddNumber(string written, FilePosition position) => new(
        "not-a-number", $"{Cut(written)} is not written as a decimal number.", position,
        "Write 8 for 08, decimals with a point, and no 0x or 0o.");

    public static Problem TruthValue(string written, FilePosition position) => new(
        "wrong-type", $"{written} is not an answer by itself.", position, "Give a number, a formula in quotes, or an option's name in quotes.");

    public static Problem StrangeToken(string written, FilePosition position) => new(
        "wrong-type", written.Length == 0 ? "An entry is empty." : $"{Cut(written)} is not an answer.", position,
        "Write formulas, options and texts in double quotes.");

    public static Problem EmptyArray(FilePosition position) => new(
        "wrong-type", "The array is empty.", position, "Give its entries, or leave the part out.");

    public static Problem MixedArray(FilePosition position) => new(
        "wrong-type", "The entries of the array differ in kind, or are nested more than two deep.", position,
        "Give numbers only, rows of numbers only, or texts only.");

    public static Problem BadGraph(string what, FilePosition position) => new(
        "wrong-type", what, position,
        "A graph is {\"nodes\": {\"s\": {\"op\": \"add\", \"in\": [\"x\", \"y\"]}}, \"output\": \"s\"}.");

    public static Problem NoConstant(string node, string written, FilePosition position) => new(
        "not-a-number", $"In the node \"{Cut(node)}\", \"{Cut(written)}\" is no number.", position, "Give a constant's value as a number: 2, 0.5 or \"1/3\".");

    public static Problem SeveralOutputs(FilePosition position) => new(
        "several-outputs", "The graph names several outputs. It computes one thing, so it has one output.", position, "Write \"output\": \"y\" with the last node's name.");

    public static Problem SwallowedBackslash(FilePosition position) => new(
        "swallowed-backslash", "The text holds a control character, which a single backslash before b, f, n, r or t makes in JSON.", position,
        "In JSON a backslash is written twice: \"\\\\frac\", \"\\\\theta\".", ProblemSeverity.Hint);

    public static Problem MissingFile(string path) => new(
        "no-such-file", $"There is no file {path}.", null, "Check the spelling and the folder.", ProblemSeverity.Fatal);

    public static Problem IsDirectory(string path) => new(
        "is-directory", $"{path} is a directory, not an answer file.", null, "`grader batch DIR` grades a directory.", ProblemSeverity.Fatal);

    public static Problem CannotOpen(string path, string reason) => new(
        "cannot-open", $"The file {path} cannot be opened: {reason}.", null, "Check the permissions of the file.", ProblemSeverity.Fatal);

    private static string Cut(string written) => written.Length <= 40 ? written : written[..40] + "...";
}
