using Grader.Exercises;

namespace Grader.Commands;

/// <summary>WORKSHEET/PART, as one types it.</summary>
internal static class PartAddress
{
    /// <exception cref="UnusableCallException">It is not of that form, or names nothing.</exception>
    public static (Worksheet Worksheet, Part Part) Find(string address, Library library)
    {
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            throw new UnusableCallException($"\"{address}\" names no part.", "Write WORKSHEET/PART, for example backprop-practice/2c.dw.");
        }

        var worksheet = new WorksheetFinder(library).Worksheet(address[..slash]);
        return (worksheet, WorksheetFinder.Part(worksheet, address[(slash + 1)..]));
    }
}
