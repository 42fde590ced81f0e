using System.Diagnostics;

namespace Protocol;

/// <summary>Requests and replies as frames, and back. Readers throw <see cref="MalformedFrameException"/> and nothing else.</summary>
public static class Wire
{
    private const byte LoadTag = 1;
    private const byte CallTag = 2;
    private const byte SealTag = 3;
    private const byte ScanTag = 4;
    private const byte ReadyTag = 16;
    private const byte LoadedTag = 17;
    private const byte LoadFailedTag = 18;
    private const byte ReturnedTag = 19;
    private const byte ThrewTag = 20;
    private const byte NotCallableTag = 21;
    private const byte ScannedTag = 30;
    private const byte SealedTag = 22;
    private const byte SealFailedTag = 23;

    public static ReadOnlyMemory<byte> Frame(Request request)
    {
        var writer = new FrameWriter();
        switch (request)
        {
            case Request.Seal seal:
                writer.Byte(SealTag);
                writer.Bytes(seal.Filter.AsSpan());
                writer.Truth(seal.Preload);
                break;
            case Request.Scan scan:
                writer.Byte(ScanTag);
                writer.Bytes(scan.Image.AsSpan());
                writer.List(scan.Rules, writer.Text);
                break;
            case Request.Load load:
                writer.Byte(LoadTag);
                writer.Bytes(load.Image.AsSpan());
                writer.Bytes(load.Symbols.AsSpan());
                break;
            case Request.Call call:
                writer.Byte(CallTag);
                writer.Nonce(call.Nonce);
                writer.Integer(call.Method);
                writer.List(call.Arguments, argument => DatumWire.Write(writer, argument));
                break;
            default:
                throw new UnreachableException();
        }

        return writer.Finish();
    }

    public static Request ReadRequest(ReadOnlySpan<byte> payload)
    {
        var reader = new FrameReader(payload);
        Request request = reader.Byte() switch
        {
            SealTag => new Request.Seal(reader.Bytes(), reader.Truth()),
            ScanTag => new Request.Scan(reader.Bytes(), ReadTexts(ref reader)),
            LoadTag => new Request.Load(reader.Bytes(), reader.Bytes()),
            CallTag => new Request.Call(reader.Nonce(), reader.Integer(), reader.List(DatumWire.Read)),
            var tag => throw new MalformedFrameException($"There is no request with the tag {tag}."),
        };
        reader.End();
        return request;
    }

    public static ReadOnlyMemory<byte> Frame(Reply reply)
    {
        var writer = new FrameWriter();
        switch (reply)
        {
            case Reply.Ready ready:
                writer.Byte(ReadyTag);
                writer.Integer(ready.Version);
                writer.Integer(ready.ProcessNumber);
                break;
            case Reply.Sealed:
                writer.Byte(SealedTag);
                break;
            case Reply.SealFailed failed:
                writer.Byte(SealFailedTag);
                writer.Text(failed.Detail);
                break;
            case Reply.Scanned scanned:
                writer.Byte(ScannedTag);
                writer.Text(scanned.Unreadable);
                writer.List(scanned.Findings, finding =>
                {
                    writer.Text(finding.User);
                    writer.Text(finding.Api);
                    writer.Text(finding.Message);
                });
                writer.List(scanned.Methods, method =>
                {
                    writer.Text(method.DeclaringType);
                    writer.Text(method.Name);
                    writer.List(method.Parameters, writer.Text);
                    writer.Truth(method.IsCallable);
                });
                break;
            case Reply.Loaded loaded:
                writer.Byte(LoadedTag);
                writer.List(loaded.Methods, method => SignatureWire.Write(writer, method));
                writer.Text(loaded.TargetFramework);
                writer.List(loaded.Warnings, writer.Text);
                break;
            case Reply.LoadFailed failed:
                writer.Byte(LoadFailedTag);
                writer.Byte((byte)failed.Kind);
                writer.Text(failed.Detail);
                break;
            case Reply.Returned returned:
                writer.Byte(ReturnedTag);
                writer.Nonce(returned.Nonce);
                DatumWire.Write(writer, returned.Value);
                writer.List(returned.Changed, argument =>
                {
                    writer.Integer(argument.Index);
                    DatumWire.Write(writer, argument.Now);
                });
                break;
            case Reply.Threw threw:
                writer.Byte(ThrewTag);
                writer.Nonce(threw.Nonce);
                writer.Text(threw.Kind);
                writer.Text(threw.Message);
                writer.List(threw.Frames, writer.Text);
                break;
            case Reply.NotCallable refusal:
                writer.Byte(NotCallableTag);
                writer.Nonce(refusal.Nonce);
                writer.Text(refusal.Detail);
                break;
            default:
                throw new UnreachableException();
        }

        return writer.Finish();
    }

    public static Reply ReadReply(ReadOnlySpan<byte> payload)
    {
        var reader = new FrameReader(payload);
        Reply reply = reader.Byte() switch
        {
            ReadyTag => new Reply.Ready(reader.Integer(), reader.Integer()),
            SealedTag => new Reply.Sealed(),
            SealFailedTag => new Reply.SealFailed(reader.Text()),
            ScannedTag => new Reply.Scanned(
                reader.Text(),
                reader.List((ref FrameReader item) => new ScanFinding(item.Text(), item.Text(), item.Text())),
                reader.List((ref FrameReader item) => new ScannedMethod(item.Text(), item.Text(), ReadTexts(ref item), item.Truth()))),
            LoadedTag => new Reply.Loaded(reader.List(SignatureWire.Read), reader.Text(), ReadTexts(ref reader)),
            LoadFailedTag => new Reply.LoadFailed(reader.Choice<LoadFailure>(), reader.Text()),
            ReturnedTag => new Reply.Returned(
                reader.Nonce(),
                DatumWire.Read(ref reader),
                reader.List((ref FrameReader item) => new ChangedArgument(item.Integer(), DatumWire.Read(ref item)))),
            ThrewTag => new Reply.Threw(reader.Nonce(), reader.Text(), reader.Text(), ReadTexts(ref reader)),
            NotCallableTag => new Reply.NotCallable(reader.Nonce(), reader.Text()),
            var tag => throw new MalformedFrameException($"There is no reply with the tag {tag}."),
        };
        reader.End();
        return reply;
    }

    private static Sequence<string> ReadTexts(ref FrameReader reader) => reader.List((ref FrameReader item) => item.Text());
}
