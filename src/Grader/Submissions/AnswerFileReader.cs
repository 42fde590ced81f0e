using System.Diagnostics;
using Formulas.Text;

namespace Grader.Submissions;

/// <summary>
/// Answer files. Whatever stands in a file, a <see cref="Submission"/> comes back, with every problem and its place;
/// where the JSON parses, all that can be read is there to be graded.
/// </summary>
public static class AnswerFileReader
{
    /// <summary>1 MiB.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly string[] Keys = ["worksheet", "student", "variant", "answers"];

    /// <param name="fileName">Shown in reports; stands in for the student where the file names none.</param>
    public static Submission Read(string fileName, byte[] content)
    {
        if (content.Length > MaxBytes) return Refused(fileName, FileMessages.TooLargeFile(content.Length, MaxBytes));
        var (text, encodingProblem) = Utf8Text.Decode(content);
        if (text is null) return Refused(fileName, encodingProblem!);
        var (root, jsonProblem) = JsonDocumentReader.Read(text);
        return root switch
        {
            null => Refused(fileName, jsonProblem!),
            JsonNode.Object top => ReadTop(fileName, top),
            _ => Refused(fileName, FileMessages.NotAnObject(root)),
        };
    }

    /// <summary>Reads from the file system; a directory, a missing and an unreadable file are problems like any other.</summary>
    public static Submission ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        return HandedInFile.Read(path, MaxBytes) switch
        {
            HandedInFile.Content content => Read(name, content.Bytes),
            HandedInFile.TooLarge tooLarge => Refused(name, FileMessages.TooLargeFile(tooLarge.Length, MaxBytes)),
            HandedInFile.Missing => Refused(name, FileMessages.MissingFile(path)),
            HandedInFile.Folder => Refused(name, FileMessages.IsDirectory(path)),
            HandedInFile.Unreadable unreadable => Refused(name, FileMessages.CannotOpen(path, unreadable.Reason)),
            _ => throw new UnreachableException(),
        };
    }

    private static Submission Refused(string fileName, Problem problem) =>
        new(fileName, "", NameFrom(fileName), [], [problem]);

    private static string NameFrom(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        return stem.Length == 0 ? fileName : stem;
    }

    private static Submission ReadTop(string fileName, JsonNode.Object top)
    {
        var problems = new List<Problem>();
        var worksheet = Header(top, "worksheet", problems);
        var student = Header(top, "student", problems);
        var variant = Header(top, "variant", problems);
        foreach (var member in top.Members.Where(member => !Keys.Contains(member.Key)))
        {
            problems.Add(FileMessages.UnknownKey(member.Key, member.Position, NearestName.Of(member.Key, Keys)));
        }

        var answers = ReadAnswers(top, problems);
        if (worksheet is null) problems.Add(FileMessages.NoWorksheet());
        if (student is null) problems.Add(FileMessages.NoStudent(NameFrom(fileName)));
        return new(fileName, worksheet ?? "", student ?? NameFrom(fileName), answers, problems.ToEquatableList()) { NamesStudent = student is not null, Variant = variant };
    }

    private static string? Header(JsonNode.Object top, string key, List<Problem> problems)
    {
        var members = top.Members.Where(member => member.Key == key).ToList();
        foreach (var again in members.Skip(1)) problems.Add(FileMessages.DoubledHeader(key, members[0].Position, again.Position));
        switch (members.FirstOrDefault()?.Value)
        {
            case JsonNode.String text when !string.IsNullOrWhiteSpace(text.Content):
                return text.Content.Trim();
            // Student numbers are often typed without quotes.
            case JsonNode.Number number when key == "student":
                return number.Written;
            case null or JsonNode.String or JsonNode.Null:
                return null;
            case var other:
                problems.Add(FileMessages.WrongType(key, "a text", other));
                return null;
        }
    }

    private static EquatableList<GivenAnswer> ReadAnswers(JsonNode.Object top, List<Problem> problems)
    {
        var blocks = top.Members.Where(member => member.Key == "answers").ToList();
        if (blocks.Count == 0) problems.Add(FileMessages.NoAnswers());
        var given = new List<JsonMember>();
        foreach (var block in blocks)
        {
            if (block.Value is JsonNode.Object answers) given.AddRange(answers.Members);
            else problems.Add(FileMessages.WrongType("answers", "an object of parts", block.Value));
        }

        return given.GroupBy(member => member.Key.Trim()).Select(same => ReadPart(same.Key, [.. same], problems)).ToEquatableList();
    }

    private static GivenAnswer ReadPart(string part, List<JsonMember> members, List<Problem> problems)
    {
        var first = members[0];
        if (members.Count > 1)
        {
            var doubled = FileMessages.DoubledKey(part, first.Position, members[1].Position);
            problems.Add(doubled);
            return new(part, new Answer.Unusable(doubled), first.Position);
        }

        var answer = AnswerReader.Read(first.Value, problems);
        if (answer is Answer.Unusable unusable) problems.Add(unusable.Problem);
        return new(part, answer, first.Value.Position);
    }
}
