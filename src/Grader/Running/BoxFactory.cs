using System.Collections.Concurrent;
using System.Runtime.Versioning;

namespace Grader.Running;

/// <summary>
/// Starts boxes of one level, some of them before they are asked for. Each is handed out once. Lives as long as any of its boxes: they end with it.
/// Boxes may be taken by several threads at once.
/// </summary>
public sealed class BoxFactory : IDisposable
{
    private static readonly IsolationLevel[] StrongestFirst = [IsolationLevel.Bubblewrap, IsolationLevel.Seal, IsolationLevel.Process];

    // Tells the host that it has time to warm up.
    private const string Spare = "--spare";

    private readonly StarterThread starter = new();
    private readonly ConcurrentQueue<Task<HostProcess>> spares = new();
    private readonly Launch launch;
    private readonly IDisposable? files;
    private readonly Limits limits;
    private readonly bool keepsStock;
    // It showed that the level can be had. Nothing has been asked of it, so it is the first to be handed out.
    private Box? tried;
    private int closed;

    private BoxFactory(Launch launch, IDisposable? files, IsolationLevel level, Limits limits, bool keepsStock) =>
        (this.launch, this.files, Level, this.limits, this.keepsStock) = (launch, files, level, limits, keepsStock);

    /// <summary>The level that every box of this factory has, to be named in every report.</summary>
    public IsolationLevel Level { get; }

    /// <summary>Why stronger levels cannot be had here, and what helps: a sentence each. Empty at the strongest.</summary>
    public IReadOnlyList<string> Drawbacks { get; private init; } = [];

    /// <summary>The strongest level that works on this machine: each is tried with a box.</summary>
    /// <param name="spares">How many boxes stand ready at all times, for many submissions one after the other.</param>
    /// <param name="forMarks">Whether marks depend on it: then a plain process will not do.</param>
    /// <exception cref="BoxFaultException">None works; the message says why and what helps.</exception>
    public static BoxFactory OpenStrongest(Limits limits, int spares = 0, bool forMarks = false)
    {
        var drawbacks = new List<string>();
        foreach (var level in StrongestFirst)
        {
            if (forMarks && level == IsolationLevel.Process) continue;
            try
            {
                return Open(level, limits, spares, [.. drawbacks]);
            }
            catch (BoxFaultException problem)
            {
                drawbacks.Add($"{level.Name()}: {problem.Message}");
            }
        }

        var wayOut = forMarks
            ? " With --sandbox process it runs all the same, as a plain process that may do whatever you may: only for code that you trust."
            : "";
        throw new BoxFaultException($"Student code cannot be kept apart on this machine. {string.Join(' ', drawbacks)}{wayOut}");
    }

    /// <summary>A factory of this level. It is tried with one box.</summary>
    /// <param name="spares">How many boxes stand ready at all times, for many submissions one after the other.</param>
    /// <exception cref="BoxFaultException">The level cannot be had on this machine; the message says why and what helps.</exception>
    public static BoxFactory Open(IsolationLevel level, Limits limits, int spares = 0) => Open(level, limits, spares, []);

    /// <summary>A fresh box, ready to load one submission.</summary>
    /// <exception cref="BoxFaultException">It did not come up.</exception>
    public Box Take()
    {
        if (Interlocked.Exchange(ref tried, null) is { } first)
        {
            if (first.Lives) return first;
            first.Dispose();
        }

        if (!spares.TryDequeue(out var spare)) return Ready(starter.Start(() => StartHost()));
        if (keepsStock) AddSpare();
        try
        {
            return Ready(spare);
        }
        catch (BoxFaultException)
        {
            // It stood ready for long, and something ended it meanwhile.
            return Ready(starter.Start(() => StartHost()));
        }
    }

    /// <summary>Has one box started that will be asked for soon. It warms up meanwhile. Nothing happens where boxes stand ready anyway.</summary>
    public void Prepare()
    {
        if (!keepsStock && spares.IsEmpty) spares.Enqueue(starter.Start(() => StartHost(Spare)));
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0) return;
        tried?.Dispose();
        while (spares.TryDequeue(out var spare))
        {
            if (spare.ContinueWith(started => started, TaskScheduler.Default).Result is { IsCompletedSuccessfully: true } started) started.Result.Dispose();
        }

        starter.Dispose();
        files?.Dispose();
    }

    private static BoxFactory Open(IsolationLevel level, Limits limits, int spares, IReadOnlyList<string> drawbacks)
    {
        if (OperatingSystem.IsWindows())
            throw new BoxFaultException("Student code can be run on Linux and macOS only. On Windows, run the grader in WSL.");
        if (level != IsolationLevel.Process) return Open(level, limits, spares, drawbacks, alone: false);
        try
        {
            return Open(level, limits, spares, drawbacks, alone: Machine.HasFilters);
        }
        catch (BoxFaultException) when (Machine.HasFilters)
        {
            // A kernel without them, or a container that forbids them: this level does without.
            return Open(level, limits, spares, drawbacks, alone: false);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static BoxFactory Open(IsolationLevel level, Limits limits, int spares, IReadOnlyList<string> drawbacks, bool alone)
    {
        var installation = HostInstallation.Find();
        var jail = level == IsolationLevel.Process ? null : Jail.Make(installation);
        try
        {
            var launch = level switch
            {
                IsolationLevel.Bubblewrap => ContainerHost.Launch(jail!, limits),
                IsolationLevel.Seal => SealedHost.Launch(jail!, limits),
                IsolationLevel.Process => PlainHost.Launch(installation, limits, alone),
                _ => throw new ArgumentOutOfRangeException(nameof(level)),
            };
            return Tried(new BoxFactory(launch, jail, level, limits, keepsStock: spares > 0) { Drawbacks = drawbacks }, spares);
        }
        catch
        {
            ((IDisposable?)jail)?.Dispose();
            throw;
        }
    }

    private static BoxFactory Tried(BoxFactory factory, int spares)
    {
        try
        {
            factory.tried = factory.Take();
            for (var count = 0; count < spares; count++) factory.AddSpare();
            return factory;
        }
        catch
        {
            factory.Dispose();
            throw;
        }
    }

    private Box Ready(Task<HostProcess> started)
    {
        try
        {
            return Box.WhenReady(started.GetAwaiter().GetResult(), launch, Level, limits);
        }
        catch (Exception problem) when (problem is IOException or System.ComponentModel.Win32Exception)
        {
            throw new BoxFaultException($"The box cannot be started: {problem.Message}", problem);
        }
    }

    // These do not warm up: where many submissions come, no processor has time for it.
    private void AddSpare() => spares.Enqueue(starter.Start(() => StartHost()));

    private HostProcess StartHost(params string[] last) => HostProcess.Start(launch.Command(last), launch.LeadsGroup, limits);
}
