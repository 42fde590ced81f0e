namespace Scanning;

/// <summary>Files that are plainly something else than a DLL.</summary>
internal static class FileKind
{
    /// <summary>A sentence for the student, or null where the bytes begin as a DLL does.</summary>
    public static string? Problem(ReadOnlySpan<byte> file) => file switch
    {
        [] => "The file is empty.",
        { Length: > Scan.LargestFile } => $"The file has more than {Scan.LargestFile >> 20} MiB; hand in only your own code.",
        [(byte)'M', (byte)'Z', ..] => null,
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "The file is a Linux program (ELF), not a .NET DLL. Hand in the .dll of your project's bin folder, not the file beside it without an ending.",
        [(byte)'P', (byte)'K', 3 or 5, ..] => "The file is a ZIP archive, not a .NET DLL. Hand in the .dll itself.",
        [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] => "The file is a macOS program (Mach-O), not a .NET DLL. Hand in the .dll of your project's bin folder.",
        _ when IsText(file) => "The file is a text, not a .NET DLL. C# source has to end in .cs.",
        _ => "The file is no .NET DLL: it does not begin as one.",
    };

    private static bool IsText(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, 512)].IndexOfAnyInRange((byte)0, (byte)8) < 0;
}
