using System.Diagnostics;
using Protocol;
using Scanning;

namespace Sandbox;

/// <summary>Answers requests, in order: the seal, looks at bytes, one assembly, then calls of its methods.</summary>
internal sealed class RequestDesk
{
    private bool sealedOff;
    private StudentAssembly? student;

    /// <exception cref="MalformedFrameException">The requests come in another order than seal, load, calls.</exception>
    public Reply Answer(Request request) => request switch
    {
        Request.Seal seal => Seal(seal),
        Request.Scan scan => Scan(scan),
        Request.Load load => Load(load),
        Request.Call call => Call(call),
        _ => throw new UnreachableException(),
    };

    private Reply Seal(Request.Seal seal)
    {
        if (sealedOff) throw new MalformedFrameException("The seal is on already.");
        if (seal.Preload) Framework.LoadAll();
        if (seal.Filter.Count > 0 && SystemCallFilter.Install(seal.Filter.AsSpan()) is { } problem) return new Reply.SealFailed(problem);
        sealedOff = true;
        return new Reply.Sealed();
    }

    private Reply.Scanned Scan(Request.Scan scan)
    {
        if (!sealedOff || student is not null) throw new MalformedFrameException("A look at the bytes comes after the seal, before they are loaded.");
        return Scanning.Scan.Report(scan.Image.AsSpan(), scan.Rules.Count == 0 ? ScanPolicy.Default : ScanPolicy.FromLines(scan.Rules)) switch
        {
            ScanReport.Readable readable => new Reply.Scanned("", ScanReplies.Findings(readable.Findings), ScanReplies.Methods(readable.Methods)),
            ScanReport.Unreadable unreadable => new Reply.Scanned(unreadable.Reason, [], []),
            _ => throw new UnreachableException(),
        };
    }

    private Reply Load(Request.Load load)
    {
        if (!sealedOff || student is not null) throw new MalformedFrameException("An assembly comes once, after the seal.");
        switch (AssemblyLoading.Load(load.Image.AsSpan(), load.Symbols.AsSpan()))
        {
            case AssemblyLoading.Outcome.Success success:
                student = success.Assembly;
                return new Reply.Loaded(student.Signatures, student.TargetFramework, student.Warnings);
            case AssemblyLoading.Outcome.Failure failure:
                return new Reply.LoadFailed(failure.Kind, failure.Detail);
            default:
                throw new UnreachableException();
        }
    }

    private Reply Call(Request.Call call)
    {
        if (student is null) throw new MalformedFrameException("No assembly is loaded.");
        return call.Method >= 0 && call.Method < student.Methods.Count
            ? MethodCall.Make(student.Methods[call.Method], call)
            : new Reply.NotCallable(call.Nonce, $"There is no method {call.Method}.");
    }
}
