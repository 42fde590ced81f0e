namespace Grader.Running;

/// <summary>Starts boxes of one level. Lives as long as any of its boxes: they end with it.</summary>
public sealed class BoxFactory : IDisposable
{
    private readonly StarterThread starter = new();
    private readonly HostInstallation installation;
    private readonly Limits limits;

    private BoxFactory(HostInstallation installation, IsolationLevel level, Limits limits) =>
        (this.installation, Level, this.limits) = (installation, level, limits);

    /// <summary>The level that every box of this factory has, to be named in every report.</summary>
    public IsolationLevel Level { get; }

    /// <exception cref="BoxFaultException">The level cannot be had on this machine; the message says why and what helps.</exception>
    public static BoxFactory Open(IsolationLevel level, Limits limits)
    {
        if (OperatingSystem.IsWindows())
            throw new BoxFaultException("Student code can be run on Linux and macOS only. On Windows, run the grader in WSL.");
        if (level != IsolationLevel.Process) throw new BoxFaultException($"The level {level.Name()} cannot be had.");
        return new BoxFactory(HostInstallation.Find(), level, limits);
    }

    /// <summary>A fresh box, ready to load one submission.</summary>
    /// <exception cref="BoxFaultException">It did not come up.</exception>
    public Box Take()
    {
        var host = starter.Run(() => HostProcess.Start(PlainHost.Command(installation, limits), leadsGroup: true, limits));
        return Box.WhenReady(host, Level, limits);
    }

    public void Dispose() => starter.Dispose();
}
