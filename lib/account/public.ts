/** What a browser sees of the one who sits before it. */
export interface AccountView {
  /** `nobody`: nothing was done here yet. `anonymous` and `class`: known by a cookie. `account`: signed in. */
  readonly kind: 'nobody' | 'anonymous' | 'class' | 'account';
  /** Of an account. */
  readonly name?: string;
  readonly email?: string;
  /** Other browsers that are signed in to the account. */
  readonly otherSessions?: number;
  /** The classes that the learner has joined, by when. */
  readonly classes?: readonly { readonly name: string; readonly nickname: string }[];
}

/** POST /api/auth/sign-up/email. `bringClass`: what was done here in a class, under a nickname, is mine. */
export interface SignUpRequest {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly bringClass?: boolean | undefined;
}

/** POST /api/auth/sign-in/email. */
export type SignInRequest = Omit<SignUpRequest, 'name'>;

/** POST /api/auth/change-password. Other browsers are signed out by it. */
export interface ChangePasswordRequest {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** DELETE /api/progress of an account that was signed in to more than 15 minutes ago. */
export interface EraseRequest {
  readonly password?: string | undefined;
}
