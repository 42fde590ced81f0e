namespace Compiling;

/// <summary>One file of C# source.</summary>
/// <param name="Name">As the student sees it, without folders: <c>Answers.cs</c>.</param>
public sealed record SourceFile(string Name, string Text);

/// <summary>What became of C# sources.</summary>
public abstract record Compiled
{
    private Compiled()
    {
    }

    /// <param name="Assembly">The DLL, with its line numbers inside, so that exceptions name the lines they came from.</param>
    /// <param name="Warnings">What the compiler would rather have otherwise.</param>
    public sealed record Success(byte[] Assembly, IReadOnlyList<SourceProblem> Warnings) : Compiled
    {
        public bool Equals(Success? other) =>
            other is not null && Assembly.AsSpan().SequenceEqual(other.Assembly) && Warnings.SequenceEqual(other.Warnings);

        public override int GetHashCode() => Assembly.Length;
    }

    /// <param name="Problems">At least one, in the order of the files and lines, at most <see cref="SourceLimits.MostProblems"/>.</param>
    public sealed record Refused(IReadOnlyList<SourceProblem> Problems) : Compiled
    {
        public bool Equals(Refused? other) => other is not null && Problems.SequenceEqual(other.Problems);

        public override int GetHashCode() => Problems.Count;
    }
}

/// <summary>An error or warning, where it stands, and what to do.</summary>
/// <param name="Code">The compiler's (<c>CS0103</c>), or empty where the sources as a whole are meant.</param>
/// <param name="Place">Null where no place can be named.</param>
/// <param name="Hint">What usually helps; null where the message says it all.</param>
public sealed record SourceProblem(string Code, string Message, SourcePlace? Place, string? Hint)
{
    /// <summary>Of the sources as a whole.</summary>
    public static SourceProblem Overall(string message, string? hint = null) => new(string.Empty, message, null, hint);

    /// <summary>As lines for a terminal: the place and message, the source line with a caret below, the hint.</summary>
    public IEnumerable<string> Lines()
    {
        if (Place is null)
        {
            yield return Message;
        }
        else
        {
            yield return $"{Place.File}, line {Place.Line}, column {Place.Column}: {Message}{(Code.Length == 0 ? string.Empty : $" ({Code})")}";
            yield return $"    {Place.LineText}";
            yield return $"    {Place.Indent}{new string('^', Math.Max(1, Place.Length))}";
        }

        if (Hint is not null) yield return Hint;
    }
}

/// <summary>Where in a source file something stands, whatever its <c>#line</c> says.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
/// <param name="Length">What of the line is meant, in characters.</param>
/// <param name="LineText">The line, or <see cref="SourceLimits.LongestShownLine"/> characters of it around the place.</param>
/// <param name="CutBefore">How many characters of the line stand before <paramref name="LineText"/>.</param>
public sealed record SourcePlace(string File, int Line, int Column, int Length, string LineText, int CutBefore)
{
    /// <summary>As wide as what is shown of the line before the place, with its tabs.</summary>
    public string Indent => new([.. LineText.Take(Column - 1 - CutBefore).Select(character => character == '\t' ? '\t' : ' ')]);
}
