using System.Text;

namespace Compiling;

/// <summary>
/// What goes between the grader and the process that compiles: plain numbers, texts and bytes with bounds, nothing that makes objects
/// of a type the other side names.
/// </summary>
public static class CompileWire
{
    private const int MostAssemblyBytes = 64 << 20;

    private const int MostBytesOfText = 4 * SourceLimits.MostCharacters;

    public static void WriteSources(Stream stream, IReadOnlyList<SourceFile> files)
    {
        using var writer = Writer(stream);
        writer.Write(files.Count);
        foreach (var file in files)
        {
            WriteText(writer, file.Name);
            WriteText(writer, file.Text);
        }
    }

    /// <exception cref="IOException">The stream ends early or does not hold what it should.</exception>
    public static IReadOnlyList<SourceFile> ReadSources(Stream stream)
    {
        using var reader = Reader(stream);
        return [.. Enumerable.Range(0, Count(reader.ReadInt32(), SourceLimits.MostFiles)).Select(_ => new SourceFile(ReadText(reader), ReadText(reader)))];
    }

    public static void WriteOutcome(Stream stream, Compiled outcome)
    {
        using var writer = Writer(stream);
        switch (outcome)
        {
            case Compiled.Success success:
                writer.Write((byte)1);
                writer.Write(success.Assembly.Length);
                writer.Write(success.Assembly);
                WriteProblems(writer, success.Warnings);
                break;
            case Compiled.Refused refused:
                writer.Write((byte)2);
                WriteProblems(writer, refused.Problems);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <exception cref="IOException">The stream ends early or does not hold what it should.</exception>
    public static Compiled ReadOutcome(Stream stream)
    {
        using var reader = Reader(stream);
        return reader.ReadByte() switch
        {
            1 => new Compiled.Success(ReadBytes(reader, MostAssemblyBytes), ReadProblems(reader)),
            2 => new Compiled.Refused(ReadProblems(reader)),
            _ => throw Malformed(),
        };
    }

    private static void WriteProblems(BinaryWriter writer, IReadOnlyList<SourceProblem> problems)
    {
        writer.Write(problems.Count);
        foreach (var problem in problems)
        {
            WriteText(writer, problem.Code);
            WriteText(writer, problem.Message);
            WriteText(writer, problem.Hint ?? string.Empty);
            writer.Write(problem.Place is not null);
            if (problem.Place is not { } place) continue;
            WriteText(writer, place.File);
            writer.Write(place.Line);
            writer.Write(place.Column);
            writer.Write(place.Length);
            WriteText(writer, place.LineText);
            writer.Write(place.CutBefore);
        }
    }

    private static List<SourceProblem> ReadProblems(BinaryReader reader) =>
        [.. Enumerable.Range(0, Count(reader.ReadInt32(), SourceLimits.MostProblems)).Select(_ => ReadProblem(reader))];

    private static SourceProblem ReadProblem(BinaryReader reader)
    {
        var (code, message, hint) = (ReadText(reader), ReadText(reader), ReadText(reader));
        var place = reader.ReadBoolean()
            ? new SourcePlace(ReadText(reader), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), ReadText(reader), reader.ReadInt32())
            : null;
        return new(code, message, place, hint.Length == 0 ? null : hint);
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static string ReadText(BinaryReader reader) => Encoding.UTF8.GetString(ReadBytes(reader, MostBytesOfText));

    private static byte[] ReadBytes(BinaryReader reader, int most)
    {
        var count = Count(reader.ReadInt32(), most);
        var bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw Malformed();
    }

    private static int Count(int count, int most) => count >= 0 && count <= most ? count : throw Malformed();

    private static IOException Malformed() => new("The compiling process and the grader do not understand each other.");

    private static BinaryWriter Writer(Stream stream) => new(stream, Encoding.UTF8, leaveOpen: true);

    private static BinaryReader Reader(Stream stream) => new(stream, Encoding.UTF8, leaveOpen: true);
}
