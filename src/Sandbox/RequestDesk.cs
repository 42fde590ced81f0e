using System.Diagnostics;
using Protocol;

namespace Sandbox;

/// <summary>Answers requests, in order: one assembly, then calls of its methods.</summary>
internal sealed class RequestDesk
{
    private StudentAssembly? student;

    /// <exception cref="MalformedFrameException">A call before an assembly is loaded, or a second assembly.</exception>
    public Reply Answer(Request request) => request switch
    {
        Request.Load load => Load(load),
        Request.Call call => Call(call),
        _ => throw new UnreachableException(),
    };

    private Reply Load(Request.Load load)
    {
        if (student is not null) throw new MalformedFrameException("An assembly is loaded already.");
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
