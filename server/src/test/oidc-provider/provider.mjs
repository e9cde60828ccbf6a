// Says its port, is told the client's redirect address on its standard input, then says "ready".
// Whoever signs in is whom they say, in the group of that name: any password does.
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import Provider from 'oidc-provider'

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
const server = createServer()

function start(redirect) {
  const provider = new Provider(`http://localhost:${server.address().port}`, {
    clients: [
      {
        client_id: 'saualnama',
        client_secret: 'secret of the client',
        redirect_uris: [redirect],
        id_token_signed_response_alg: 'ES256'
      }
    ],
    jwks: { keys: [{ ...key, kid: 'test', use: 'sig', alg: 'ES256' }] },
    cookies: { keys: ['for tests'] },
    claims: { openid: ['sub', 'preferred_username', 'groups'], profile: [] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id, groups: [id] })
    })
  })
  server.on('request', provider.callback())
  console.log('ready')
}

server.listen(0, 'localhost', () => console.log(server.address().port))
createInterface({ input: process.stdin }).on('line', start).on('close', () => process.exit())
