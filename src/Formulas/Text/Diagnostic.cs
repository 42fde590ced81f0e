namespace Formulas.Text;

/// <summary>A stretch of the student's text, counted in UTF-16 code units from 0.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static SourceSpan Between(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The smallest stretch that covers both.</summary>
    public SourceSpan Through(SourceSpan other) => Between(Math.Min(Start, other.Start), Math.Max(End, other.End));
}

/// <summary>
/// Why a text could not be read as a formula: what was met, where, and a way out.
/// <see cref="Message"/> and <see cref="Hint"/> are full sentences of plain text, made in the message catalogue.
/// </summary>
/// <param name="Code">Stable, kebab-case, for example <c>unknown-name</c> or <c>shape-mismatch</c>.</param>
/// <param name="Hint">What would be accepted, or a "did you mean"; null where there is nothing to say.</param>
public sealed record Diagnostic(string Code, string Message, SourceSpan Span, string? Hint = null);

/// <summary>Either the thing that was read or the reason why it could not be: text in, value out, no exceptions.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    /// <param name="Notes">What the reader assumed on the way and the student should see, such as "e is the weight e here".</param>
    public sealed record Success(T Value, EquatableList<Diagnostic> Notes) : Reading<T>
    {
        /// <summary>Of a calculation A = B = C the formulas before the last, as far as they could be read.</summary>
        public EquatableList<EarlierStep<T>> EarlierSteps { get; init; } = [];

        /// <summary>Which entry of the asked vector the left side names, from 0; null where it names none.</summary>
        public int? Entry { get; init; }

        /// <summary>What a formula that gives a row is where X[i,:] is taken for a row, as in lecture notes, so that X[i,:]^T is a column; null where that gives none.</summary>
        public T? AsColumn { get; init; }
    }

    public sealed record Failure(Diagnostic Diagnostic) : Reading<T>;
}

/// <summary>A formula that was set equal to the answer before it.</summary>
/// <param name="Text">As the student wrote it.</param>
public sealed record EarlierStep<T>(T Value, string Text);
