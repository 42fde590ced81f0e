namespace Protocol;

/// <summary>How much one frame may hold, in either direction.</summary>
public static class Caps
{
    public const int Version = 1;

    /// <summary>Several times the largest assembly with its symbols; nothing else comes near.</summary>
    public const int RequestBytes = 48 << 20;

    /// <summary>16 MiB: two million numbers. The host refuses larger results by name, so only a forger meets this cap.</summary>
    public const int ReplyBytes = 16 << 20;

    /// <summary>Numbers in one result, all together.</summary>
    public const int Numbers = 1_000_000;

    /// <summary>Rows, cells, methods or texts in one list.</summary>
    public const int Items = 100_000;

    public const int TextCharacters = 16_384;

    public const int Methods = 2_000;

    /// <summary>Cells within cells.</summary>
    public const int Depth = 4;
}
