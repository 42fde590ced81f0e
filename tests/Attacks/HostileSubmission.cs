namespace Attacks.Tests;

/// <summary>A whole program that is handed in for one part of a worksheet, with how it has to be judged.</summary>
/// <param name="Scanned">Verdicts or codes of feedback, of which one is right, where the program is looked at before it runs.</param>
/// <param name="Unscanned">The same where it runs without that look: only the box holds it.</param>
internal sealed record HostileSubmission(string Name, string Source, IReadOnlyList<string> Scanned, IReadOnlyList<string> Unscanned)
{
    private const string Start = "//# ";

    /// <summary>Those of the folder Hostile/Submissions. Each begins with a line of its name and what is expected.</summary>
    public static IReadOnlyList<HostileSubmission> All { get; } =
    [
        .. from file in (string[])["Initialising", "Memory", "Lasting", "Telling"]
           from text in HostileCode.Text(file + ".submissions").Split(Start, StringSplitOptions.RemoveEmptyEntries)
           select Read(text),
    ];

    /// <summary>Named as what the host has loaded already, so that this changes nothing.</summary>
    public byte[] Image() => HostileCode.Compiled("Protocol", [Source, HostileCode.Text("Prelude")]);

    public override string ToString() => Name;

    private static HostileSubmission Read(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return text[..end].Split('|', StringSplitOptions.TrimEntries) is [var name, var scanned, var unscanned]
            ? new(name, text[end..], scanned.Split(','), unscanned.Split(','))
            : throw new ArgumentException($"No name with two expectations: {text[..end]}");
    }
}
