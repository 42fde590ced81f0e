using System.Buffers.Binary;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Protocol;
using Scanning;

namespace Grader.Running;

/// <summary>
/// One process for one submission: loads its assembly, then calls its methods. Whatever the code does, each request ends by its
/// deadline with an outcome; after a death every further one has the same outcome. Not for several threads at once.
/// </summary>
public sealed class Box : IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);
    // From the end of the pipe to the end of the process. Only code that closed the pipe itself lets it pass.
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(5);

    private readonly HostProcess host;
    private readonly Limits limits;
    private TimeSpan used;
    private Death? death;
    private bool exhausted;

    private Box(HostProcess host, IsolationLevel level, Limits limits) => (this.host, Level, this.limits) = (host, level, limits);

    public IsolationLevel Level { get; }

    /// <summary>
    /// Whether a further call tells anything. Not after a death, and not after an OutOfMemoryException: what it left half done
    /// would be blamed on the next call. Take a fresh box then.
    /// </summary>
    public bool IsUsable => death is null && !exhausted;

    /// <summary>What the code printed so far, at most as much as is kept. It is the student's text: trust nothing in it.</summary>
    public string Printed => host.Line.Printed.Text;

    public bool PrintedIsCut => host.Line.Printed.IsCut;

    /// <summary>Waits until the host stands ready, and has it sealed.</summary>
    /// <exception cref="BoxFaultException">It did not come up: a fault of the machine or of the grader, never of a student.</exception>
    internal static Box WhenReady(HostProcess host, Launch launch, IsolationLevel level, Limits limits)
    {
        var problem = "";
        var first = host.Line.Exchange([], StartTime);
        if (IsReply(first, out Reply.Ready? ready) && ready.Version == Caps.Version)
        {
            var filter = launch.Filter?.Invoke(ready.ProcessNumber).Compile() ?? [];
            var second = host.Line.Exchange(Wire.Frame(new Request.Seal(Sequence.Adopt(filter), launch.Preload)).Span, StartTime);
            if (IsReply(second, out Reply.Sealed? _)) return new Box(host, level, limits);
            problem = IsReply(second, out Reply.SealFailed? failed) ? failed.Detail : $"{second.Ending} while it was sealed";
        }

        var code = host.ExitCode(EndTime);
        _ = host.Line.DrainAll();
        var words = host.Line.Printed.Text.Trim();
        host.Dispose();
        throw new BoxFaultException($"The box did not start: {first.Ending}, exit code {code?.ToString(CultureInfo.InvariantCulture) ?? "none"}. {problem} {words}".TrimEnd());
    }

    /// <summary>A look at an assembly's bytes before it is loaded, in this process and not in the grader's.</summary>
    public ScanOutcome Scan(ReadOnlySpan<byte> image, ScanPolicy policy)
    {
        if (image.Length > Caps.RequestBytes / 2) return new ScanOutcome.Unreadable($"The file has more than {Caps.RequestBytes >> 21} MiB; hand in only your own code.");
        return Ask(new Request.Scan(Sequence.Of(image), policy == ScanPolicy.Default ? [] : Sequence.From(policy.Lines)), limits.LoadTime, inAll: false) switch
        {
            Reply.Scanned { Unreadable.Length: > 0 } scanned => new ScanOutcome.Unreadable(scanned.Unreadable),
            Reply.Scanned scanned => new ScanOutcome.Readable(scanned.Findings, scanned.Methods),
            null => new ScanOutcome.Died(death!),
            _ => new ScanOutcome.Died(Bury(new Death.BadReply())),
        };
    }

    /// <param name="symbols">A portable PDB, for line numbers; may be empty.</param>
    public LoadOutcome Load(ReadOnlySpan<byte> image, ReadOnlySpan<byte> symbols = default)
    {
        var request = new Request.Load(Sequence.Of(image), Sequence.Of(symbols));
        if (image.Length + symbols.Length > Caps.RequestBytes - 1024)
            return new LoadOutcome.Refused(LoadFailure.Other, $"it has more than {Caps.RequestBytes >> 20} MiB.");
        return Ask(request, limits.LoadTime, inAll: false) switch
        {
            Reply.Loaded loaded => new LoadOutcome.Loaded(loaded.Methods, loaded.TargetFramework, loaded.Warnings),
            Reply.LoadFailed failed => new LoadOutcome.Refused(failed.Kind, failed.Detail),
            null => new LoadOutcome.Died(death!),
            _ => new LoadOutcome.Died(Bury(new Death.BadReply())),
        };
    }

    /// <param name="method">Position in <see cref="LoadOutcome.Loaded.Methods"/>.</param>
    /// <param name="arguments">In the order of the method's parameters.</param>
    public CallOutcome Call(int method, IReadOnlyList<Datum> arguments)
    {
        var nonce = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
        var left = limits.TotalTime - used;
        var inAll = left < limits.CallTime;
        var start = Stopwatch.GetTimestamp();
        var reply = Ask(new Request.Call(nonce, method, Sequence.From(arguments)), inAll ? left : limits.CallTime, inAll);
        used += Stopwatch.GetElapsedTime(start);
        switch (reply)
        {
            case Reply.Returned returned when returned.Nonce == nonce && returned.Changed.All(change => change.Index >= 0 && change.Index < arguments.Count):
                return new CallOutcome.Returned(returned.Value, returned.Changed);
            case Reply.Threw threw when threw.Nonce == nonce:
                exhausted |= threw.Kind == typeof(OutOfMemoryException).FullName;
                return new CallOutcome.Threw(threw.Kind, threw.Message, threw.Frames);
            case Reply.NotCallable refusal when refusal.Nonce == nonce:
                return new CallOutcome.NotCallable(refusal.Detail);
            case null:
                return new CallOutcome.Died(death!);
            default:
                return new CallOutcome.Died(Bury(new Death.BadReply()));
        }
    }

    /// <summary>Whether its process runs.</summary>
    internal bool Lives => host.ExitCode(TimeSpan.Zero) is null;

    public void Dispose() => host.Dispose();

    private static bool IsReply<T>((BoxLine.Ending Ending, byte[] Payload) answer, [NotNullWhen(true)] out T? reply)
        where T : Reply
    {
        reply = answer.Ending == BoxLine.Ending.Answered ? Wire.ReadReply(answer.Payload) as T : null;
        return reply is not null;
    }

    /// <returns>Null after a death.</returns>
    private Reply? Ask(Request request, TimeSpan time, bool inAll)
    {
        if (death is not null) return null;
        var (ending, payload) = host.Line.Exchange(Wire.Frame(request).Span, time);
        switch (ending)
        {
            case BoxLine.Ending.Answered:
                return Understood(payload);
            case BoxLine.Ending.Ended:
                Bury(CauseOfEnd());
                return null;
            case BoxLine.Ending.TimedOut:
                Bury(new Death.TimedOut(inAll ? limits.TotalTime : time, inAll));
                return null;
            case BoxLine.Ending.Flooded:
                Bury(DeathCertificate.OfFlood(host.Line.Printed.Text, limits));
                return null;
            case BoxLine.Ending.Malformed:
                Bury(new Death.BadReply());
                return null;
            default:
                throw new UnreachableException();
        }
    }

    private Reply? Understood(byte[] payload)
    {
        try
        {
            return Wire.ReadReply(payload);
        }
        catch (MalformedFrameException)
        {
            Bury(new Death.BadReply());
            return null;
        }
    }

    private Death CauseOfEnd()
    {
        var code = host.ExitCode(EndTime);
        return host.Line.DrainAll()
            ? DeathCertificate.Write(code, host.Line.Printed.Text, limits)
            : DeathCertificate.OfFlood(host.Line.Printed.Text, limits);
    }

    private Death Bury(Death cause)
    {
        host.Kill();
        return death = cause;
    }
}
