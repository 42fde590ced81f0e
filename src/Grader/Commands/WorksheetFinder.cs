using Grader.Exercises;

namespace Grader.Commands;

/// <summary>Finds worksheets and parts by the names a caller typed; a wrong name ends the call with the near ones.</summary>
internal sealed class WorksheetFinder(Library library)
{
    /// <exception cref="UnusableCallException">There is no such worksheet, or its files have problems: all of them are listed.</exception>
    public Worksheet Worksheet(string id) => library.Find(id) switch
    {
        Found.Success(var worksheet) => worksheet,
        Found.Unknown(_, var hint) => throw new UnusableCallException($"There is no worksheet \"{id}\".", hint),
        Found.Unusable(_, var problems) => throw new UnusableCallException(
            $"The worksheet \"{id}\" cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <exception cref="UnusableCallException">There is no such part.</exception>
    public static Part Part(Worksheet worksheet, string id) => worksheet.Find(id)
        ?? throw new UnusableCallException(
            $"The worksheet \"{worksheet.Id}\" has no part \"{id}\".",
            Suggestion.For(id, worksheet.Parts.Select(part => part.Id)));
}
