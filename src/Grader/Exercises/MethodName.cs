using System.Text.RegularExpressions;

namespace Grader.Exercises;

/// <summary>The name of the method that answers a part in code: one that C# allows, since projects are written with it.</summary>
internal static partial class MethodName
{
    /// <summary>What stands under <c>method</c>; null where nothing does.</summary>
    public static string? Of(JsonRecord record, ProblemLog log)
    {
        if (record.Token("method") is not { } token || record.TextOf(token) is not { } name) return null;
        if (!Identifier().IsMatch(name)) log.Add(token, $"\"{name}\" is no name of a method.", "Letters and digits only, a letter first, such as \"Gradient\".");
        return name;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
