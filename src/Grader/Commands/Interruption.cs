using System.Runtime.InteropServices;

namespace Grader.Commands;

/// <summary>
/// A wish to end long work in good order: Ctrl+C, or what a system sends before it shuts down. The first is passed on to the work, which
/// finishes what it has begun; the second ends the program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource wish = new();

    private readonly List<PosixSignalRegistration> registrations = [];

    private Interruption()
    {
    }

    public CancellationToken Token => wish.Token;

    /// <summary>Never wished for, as in tests.</summary>
    public static Interruption Never() => new();

    /// <summary>Wished for by whoever holds the token's source, as in tests of work that goes on until then.</summary>
    public static Interruption By(CancellationToken token)
    {
        var interruption = new Interruption();
        token.Register(interruption.wish.Cancel);
        return interruption;
    }

    /// <param name="error">Told that the wish was heard, since finishing may take a while.</param>
    public static Interruption BySignal(TextWriter error)
    {
        var interruption = new Interruption();
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            interruption.registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                if (interruption.wish.IsCancellationRequested) return;
                context.Cancel = true;
                interruption.wish.Cancel();
                error.WriteLine("Stopping: what has been begun is finished first. Once more ends it at once.");
            }));
        }

        return interruption;
    }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        wish.Dispose();
    }
}
