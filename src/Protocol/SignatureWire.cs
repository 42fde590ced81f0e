namespace Protocol;

/// <summary>A method's signature as bytes, and back.</summary>
internal static class SignatureWire
{
    public static void Write(FrameWriter writer, MethodSignature method)
    {
        writer.Text(method.DeclaringType);
        writer.Text(method.Name);
        writer.List(method.Parameters, parameter =>
        {
            writer.Text(parameter.Name);
            writer.Text(parameter.Type);
            writer.Truth(parameter.IsOptional);
        });
        writer.Text(method.ReturnType);
        writer.List(method.ReturnNames, writer.Text);
        writer.Truth(method.IsPublic);
        writer.Truth(method.IsStatic);
        writer.Truth(method.IsGeneric);
    }

    public static MethodSignature Read(ref FrameReader reader) => new(
        reader.Text(),
        reader.Text(),
        reader.List((ref FrameReader item) => new ParameterSignature(item.Text(), item.Text(), item.Truth())),
        reader.Text(),
        reader.List((ref FrameReader item) => item.Text()),
        reader.Truth(),
        reader.Truth(),
        reader.Truth());
}
