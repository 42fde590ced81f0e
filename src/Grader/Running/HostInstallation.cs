namespace Grader.Running;

/// <summary>Where the host's program and the .NET runtime stand.</summary>
/// <param name="Folder">With the program <c>grader-host</c>: beside the grader, in <c>host</c>.</param>
/// <param name="RuntimeRoot">With <c>shared/Microsoft.NETCore.App</c>.</param>
public sealed record HostInstallation(string Folder, string RuntimeRoot)
{
    public string Program => Path.Combine(Folder, OperatingSystem.IsWindows() ? "grader-host.exe" : "grader-host");

    /// <summary>Beside this program, on the runtime that this program runs on.</summary>
    /// <exception cref="BoxFaultException">The host was not built along.</exception>
    public static HostInstallation Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var found = new HostInstallation(
            Path.Combine(AppContext.BaseDirectory, "host"),
            Path.GetFullPath(Path.Combine(framework, "..", "..", "..")));
        return File.Exists(found.Program) ? found : throw new BoxFaultException($"The program that runs student code is missing: {found.Program}");
    }
}
