using Formulas.Text;
using Grader.Submissions;

namespace Grader.Exercises;

/// <summary>A worksheet read from its folder, or everything that is wrong with its files.</summary>
public abstract record Loaded
{
    private Loaded()
    {
    }

    public sealed record Success(Worksheet Worksheet) : Loaded;

    public sealed record Failure(EquatableList<WorksheetProblem> Problems) : Loaded;
}

/// <summary>Something wrong with a worksheet's file: a full sentence with its place and, where there is one, a way out.</summary>
/// <param name="File">The path as it was opened.</param>
/// <param name="Position">Null where the file as a whole is meant.</param>
public sealed record WorksheetProblem(string File, FilePosition? Position, string Message, string? Hint)
{
    public override string ToString()
    {
        var place = Position is null ? File : $"{File}:{Position.Line}:{Position.Column}";
        return Hint is null ? $"{place}: {Message}" : $"{place}: {Message} {Hint}";
    }
}
