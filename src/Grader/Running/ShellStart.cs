using System.Diagnostics;

namespace Grader.Running;

/// <summary>
/// A start by way of the shell, which sets the limits that a process and its children keep for good, opens what is to be
/// inherited, and becomes the program itself.
/// </summary>
internal static class ShellStart
{
    public const int FirstInherited = 8;

    /// <param name="limitLines">Lines of <c>ulimit</c>.</param>
    /// <param name="inherited">Files to be open for reading at descriptors 8, 9 and so on.</param>
    public static ProcessStartInfo Of(
        string limitLines, IReadOnlyList<string> inherited, IEnumerable<string> command, IReadOnlyDictionary<string, string> environment)
    {
        // Paths go in as arguments, never into the script's own text.
        var opened = string.Concat(inherited.Select((_, index) => $" {index + FirstInherited}<\"${index + 1}\""));
        var script = $"{limitLines} exec {opened}; shift {inherited.Count}; exec \"$@\"";
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (IEnumerable<string>)["-c", script, "sh", .. inherited, .. command]) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

}
