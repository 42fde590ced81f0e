using System.Globalization;

namespace Grader.Batching;

/// <summary>
/// Names for result pages, made from the names of submissions: letters, digits, <c>.</c>, <c>_</c> and <c>-</c> only, so that no name
/// leaves the folder; different without regard to case, and none that Windows keeps for devices.
/// </summary>
public static class PageNames
{
    private const int MostCharacters = 100;

    private static readonly string[] Devices =
    [
        "con", "prn", "aux", "nul",
        "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    ];

    /// <summary>One file name, ending in <c>.html</c>, for each of the paths, in their order. The same paths get the same names.</summary>
    public static IReadOnlyList<string> For(IEnumerable<string> paths)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. paths.Select(path => Free(Safe(path), taken) + ".html")];
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++) free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return free;
    }

    private static string Safe(string path)
    {
        var stem = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? path[..^".json".Length] : path;
        var letters = string.Concat(stem.Select(character => IsPlain(character) ? character : '-'));
        var cut = letters.Length <= MostCharacters ? letters : letters[^MostCharacters..];
        var name = cut.Trim('.', '-');
        if (name.Length == 0) return "submission";
        return Devices.Contains(name.Split('.')[0].ToLowerInvariant()) ? "_" + name : name;
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-';
}
